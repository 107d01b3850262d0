// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.scene;

import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.sandbox.Sandbox;
import jakarta.jms.ConnectionFactory;
import java.util.Properties;

/**
 * Where a scene is played: a bridge of which nothing lies outside this process.
 *
 * @param support the mailbox of the support team
 * @param queues leads to the queues
 * @param places where everything is, by setting
 */
public record Stage(Sandbox sandbox, Mailbox support, ConnectionFactory queues, Properties places) {

    /** The value of a setting. */
    String place(String setting) {
        return places.getProperty(setting);
    }
}
