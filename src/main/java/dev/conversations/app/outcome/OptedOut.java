// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.app.delivery.Undeliverable;

/** An answer is not tried, since whom it is for opted out of messages and has not opted in again. */
public final class OptedOut extends Undeliverable {
    /** Twilio's error code for it. */
    static final int CODE = 21610;
    private static final long serialVersionUID = 1;

    OptedOut() {
        super("The person opted out, until he or she opts in again. (error " + CODE + ")");
    }
}
