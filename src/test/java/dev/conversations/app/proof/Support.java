// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The people of the shop: they read their mailbox and answer mails. For one thread. */
final class Support implements AutoCloseable {
    private static final String HERE = "localhost";

    private final Session session = Session.getInstance(new Properties());
    private final int imap;
    private Store store;
    private Folder inbox;
    private final Transport transport;
    private final int smtp;

    /** @param smtp where to write, by port */
    Support(int smtp, int imap) throws MessagingException {
        this.smtp = smtp;
        this.imap = imap;
        open();
        transport = session.getTransport("smtp");
    }

    /** Whether there are mails; a connection that was lost is made anew. */
    boolean hasNews() throws MessagingException {
        try {
            return inbox.getMessageCount() > 0;
        } catch (FolderClosedException e) {
            store.close();
            open();
            return inbox.getMessageCount() > 0;
        }
    }

    /** The mails that have come since the last time, in the order of the mailbox; they are taken out of it, since a full one is slow. */
    List<MimeMessage> news() throws MessagingException {
        List<MimeMessage> news = new ArrayList<>();
        if (hasNews()) {
            Message[] mails = inbox.getMessages();
            for (Message mail : mails) {
                news.add(new MimeMessage((MimeMessage) mail));
            }
            inbox.setFlags(mails, new Flags(Flags.Flag.DELETED), true);
            inbox.expunge();
        }
        return news;
    }

    /** Answers a mail as mail programs do, quoting it. */
    void answer(MimeMessage mail, String text) throws MessagingException, IOException {
        MimeMessage answer = (MimeMessage) mail.reply(false);
        answer.setFrom(PostOffice.SUPPORT);
        answer.setText(text + "\n\nOn " + mail.getSentDate() + ", " + mail.getFrom()[0] + " wrote:\n"
                + mail.getContent().toString().replaceAll("(?m)^", "> "), "UTF-8");
        answer.saveChanges();
        if (!transport.isConnected()) {
            transport.connect(HERE, smtp, null, null);
        }
        transport.sendMessage(answer, answer.getAllRecipients());
    }

    private void open() throws MessagingException {
        store = session.getStore("imap");
        store.connect(HERE, imap, PostOffice.SUPPORT, PostOffice.PASSWORD);
        inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_WRITE);
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
        store.close();
    }
}
