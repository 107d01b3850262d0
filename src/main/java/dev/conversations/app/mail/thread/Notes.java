// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import dev.conversations.app.mail.server.BridgeAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Mails that the bridge writes by itself, to whatever address somebody wrote from. */
final class Notes {
    private final BridgeAddress bridge;
    private final Session lenient;

    /** @param bridge the address that they come from */
    Notes(BridgeAddress bridge) {
        this.bridge = bridge;
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        this.lenient = Session.getInstance(properties);
    }

    /** One without words, which no program is to answer by itself. */
    MimeMessage to(InternetAddress somebody, String subject) throws MessagingException {
        MimeMessage note = new MimeMessage(lenient);
        note.setFrom(new InternetAddress(bridge.address()));
        note.setRecipient(Message.RecipientType.TO, somebody);
        note.setSubject(subject);
        note.setHeader("Auto-Submitted", "auto-replied");
        return note;
    }
}
