// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** A mailbox of the embedded server as its owner uses it: IMAP to read, SMTP to write. */
public final class Mailbox {
    private static final String HERE = "localhost";

    private final Session session = Session.getInstance(new Properties());
    private final String address;
    private final int smtp;
    private final int imap;

    /**
     * @param address of the mailbox, which tells the login of its owner
     * @param smtp the port to write to
     * @param imap the port to read from
     */
    public Mailbox(String address, int smtp, int imap) {
        this.address = address;
        this.smtp = smtp;
        this.imap = imap;
    }

    /** The mails in the inbox, oldest first. */
    public List<MimeMessage> mails() throws MessagingException {
        String login = EmbeddedMail.login(address);
        try (Store store = session.getStore("imap")) {
            store.connect(HERE, imap, login, login);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                FetchProfile whole = new FetchProfile();
                List.of(IMAPFolder.FetchProfileItem.MESSAGE, FetchProfile.Item.FLAGS, FetchProfile.Item.SIZE).forEach(whole::add);
                Message[] all = inbox.getMessages();
                inbox.fetch(all, whole);
                List<MimeMessage> mails = new ArrayList<>();
                for (Message mail : all) {
                    mails.add(new MimeMessage((MimeMessage) mail));
                }
                return mails;
            }
        }
    }

    /** Answers a mail as mail programs do: to its Reply-To, referring to it, and quoting it below. */
    public void answer(MimeMessage mail, String text) throws Exception {
        MimeMessage answer = (MimeMessage) mail.reply(false);
        answer.setFrom(address);
        answer.setText(text + "\n\nOn " + mail.getSentDate() + ", " + mail.getFrom()[0] + " wrote:\n"
                + mail.getContent().toString().replaceAll("(?m)^", "> "), "UTF-8");
        send(answer);
    }

    /** Sends a mail to whom it is addressed. */
    public void send(MimeMessage mail) throws MessagingException {
        mail.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(HERE, smtp, null, null);
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }
}
