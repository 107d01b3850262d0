// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import dev.conversations.app.delivery.Undeliverable;

/** A mail that bears the Message-ID of another mail, which was sent before it. */
final class UsedMessageId extends Undeliverable {
    private static final long serialVersionUID = 1;

    UsedMessageId() {
        super("Another mail with the same Message-ID was sent before, so this one was not. Programs give every mail an ID of"
                + " its own; write it again as a new answer.");
    }
}
