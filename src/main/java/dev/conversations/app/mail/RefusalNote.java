package dev.conversations.app.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** Tells who wrote a mail which of its attachments were not sent, and why. */
public final class RefusalNote {
    private final String bridge;

    /** @param bridge the address that the note comes from */
    public RefusalNote(String bridge) {
        this.bridge = bridge;
    }

    /** The note, as an answer to the mail. */
    public MimeMessage mail(Message mail, List<String> refused) throws MessagingException {
        MimeMessage note = new MimeMessage((Session) null);
        note.setFrom(new InternetAddress(bridge));
        note.setRecipients(Message.RecipientType.TO, mail.getFrom());
        note.setSubject("Attachments were not sent");
        note.setHeader("Auto-Submitted", "auto-replied");
        String[] id = mail.getHeader("Message-ID");
        if (id != null) {
            note.setHeader("In-Reply-To", id[0]);
        }
        note.setText("These attachments of your mail were not sent, the rest was:\n\n"
                + String.join("\n", refused) + "\n", UTF_8.name());
        return note;
    }
}
