// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import dev.conversations.sandbox.Panel;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mailboxes of the embedded mail server on the sandbox's page. Who looks there marks no mail as read. */
final class MailPanel implements Panel {
    private static final int MOST = 40;
    private static final int DEEPEST = 10;

    private final GreenMail server;
    private final List<String> addresses;

    MailPanel(GreenMail server, List<String> addresses) {
        this.server = server;
        this.addresses = List.copyOf(addresses);
    }

    @Override
    public String title() {
        return "Mail";
    }

    @Override
    public List<Row> rows() {
        return addresses.stream().flatMap(this::rows)
                .sorted(Comparator.comparing(Row::at).reversed()).toList();
    }

    @Override
    public String content(String id) {
        int slash = id.lastIndexOf('/');
        return addresses.stream().filter(address -> slash > 0 && address.equals(id.substring(0, slash)))
                .flatMap(this::mails).filter(mail -> String.valueOf(mail.getUid()).equals(id.substring(slash + 1)))
                .findFirst().map(mail -> whole(mail.getMimeMessage())).orElse(null);
    }

    private Stream<Row> rows(String address) {
        List<StoredMessage> mails = mails(address).toList();
        return mails.subList(Math.max(0, mails.size() - MOST), mails.size()).stream().map(mail -> new Row(
                address + "/" + mail.getUid(), mail.getReceivedDate().toInstant(),
                header(mail.getMimeMessage(), "Subject"),
                header(mail.getMimeMessage(), "From") + " to " + address));
    }

    private Stream<StoredMessage> mails(String address) {
        try {
            MailFolder inbox = server.getManagers().getImapHostManager()
                    .getInbox(server.getUserManager().getUserByEmail(address));
            return inbox.getNonDeletedMessages().stream();
        } catch (FolderException e) {
            throw new IllegalStateException("The embedded mail server has lost a mailbox", e);
        }
    }

    private static String whole(MimeMessage mail) {
        return Stream.of("From", "To", "Date", "Subject").map(name -> name + ": " + header(mail, name))
                .collect(Collectors.joining("\n")) + "\n\n" + words(mail, 0);
    }

    /** The texts of a mail; of what is no text, what it is. */
    private static String words(Part part, int depth) {
        try {
            Object content = part.isMimeType("text/*") || part.isMimeType("multipart/*") && depth < DEEPEST
                    ? part.getContent() : null;
            if (content instanceof Multipart parts) {
                StringBuilder words = new StringBuilder();
                for (int i = 0; i < parts.getCount(); i++) {
                    words.append(words(parts.getBodyPart(i), depth + 1)).append('\n');
                }
                return words.toString();
            }
            return content instanceof String text ? text
                    : "[" + Objects.toString(part.getFileName(), "a part") + ", " + part.getContentType() + "]";
        } catch (MessagingException | IOException e) {
            return "[a part that cannot be read]";
        }
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return name.equals("Subject") ? Objects.toString(mail.getSubject(), "")
                    : Objects.toString(mail.getHeader(name, ", "), "");
        } catch (MessagingException e) {
            return "";
        }
    }
}
