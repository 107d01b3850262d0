// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mail as it stands, byte for byte, in an inbox. */
public final class RawMail extends MimeMessage {
    private final byte[] source;

    /** @param source in UTF-8, with plain line ends */
    RawMail(String source) {
        super((Session) null);
        this.source = source.replace("\n", "\r\n").getBytes(UTF_8);
    }

    @Override
    public void writeTo(OutputStream out, String[] without) throws IOException {
        out.write(source);
    }

    /**
     * Whose inbox it is.
     *
     * @param session says how to log in
     */
    public record Inbox(int port, String user, String password, Session session) {

        public Inbox(int port, String user, String password) {
            this(port, user, password, "PLAIN LOGIN");
        }

        public Inbox(int port, String user, String password, String mechanisms) {
            this(port, user, password, Session.getInstance(new Properties()));
            session.getProperties().setProperty("mail.imap.auth.mechanisms", mechanisms);
        }

        public void put(String source) throws MessagingException {
            use(inbox -> {
                inbox.appendMessages(new Message[] {new RawMail(source)});
                return null;
            });
        }

        /** Marks the mail of a Message-ID as read, as somebody does who looks at it. */
        public void look(String messageId) throws MessagingException {
            use(inbox -> {
                inbox.setFlags(inbox.search(new MessageIDTerm(messageId)), new Flags(Flags.Flag.SEEN), true);
                return null;
            });
        }

        /** Marks all mails as unread, as people do. */
        public void forget() throws MessagingException {
            use(inbox -> {
                inbox.setFlags(inbox.getMessages(), new Flags(Flags.Flag.SEEN), false);
                return null;
            });
        }

        /** Whether each mail was read, oldest first. */
        public List<Boolean> seen() throws MessagingException {
            return use(inbox -> {
                Message[] mails = inbox.getMessages();
                FetchProfile flags = new FetchProfile();
                flags.add(FetchProfile.Item.FLAGS);
                inbox.fetch(mails, flags);
                List<Boolean> seen = new ArrayList<>();
                for (Message mail : mails) {
                    seen.add(mail.isSet(Flags.Flag.SEEN));
                }
                return seen;
            });
        }

        private <T> T use(Work<T> work) throws MessagingException {
            try (Store store = session.getStore("imap")) {
                store.connect("localhost", port, user, password);
                try (Folder inbox = store.getFolder("INBOX")) {
                    inbox.open(Folder.READ_WRITE);
                    return work.on(inbox);
                }
            }
        }
    }

    private interface Work<T> {
        T on(Folder inbox) throws MessagingException;
    }
}
