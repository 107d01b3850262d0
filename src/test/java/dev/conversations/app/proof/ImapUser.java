// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;

/** One whose mailbox another server keeps, to which mails are handed on by IMAP before their sender hears that they were taken. */
final class ImapUser extends UserImpl {
    private final Folder inbox;

    /** @param port of that server */
    ImapUser(int port, String address, String password) throws MessagingException {
        super(address, address, password, null);
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", port, address, password);
        inbox = store.getFolder("INBOX");
    }

    @Override
    public synchronized void deliver(MovingMessage mail) {
        try {
            inbox.appendMessages(new Message[] {mail.getMessage()});
        } catch (MessagingException e) {
            throw new IllegalStateException("It cannot be handed on", e);
        }
    }
}
