package dev.conversations.app.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A mail that could not become a message, kept whole together with the reason. */
public final class DeadLetter {
    /** The header that says why. */
    public static final String REASON = "X-Bridge-Reason";

    private final String bridge;
    private final String deadLetters;

    /**
     * @param bridge the address that the notice comes from
     * @param deadLetters the address of the mailbox that collects them
     */
    public DeadLetter(String bridge, String deadLetters) {
        this.bridge = bridge;
        this.deadLetters = deadLetters;
    }

    /** The mail as it was sent, byte for byte. */
    public byte[] source(Message mail) throws MessagingException, IOException {
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        mail.writeTo(source);
        return source.toByteArray();
    }

    /** A notice that has the mail attached. */
    public MimeMessage notice(byte[] source, String reason) throws MessagingException {
        MimeBodyPart why = new MimeBodyPart();
        why.setText(reason + "\n\nThe mail is attached.\n", "UTF-8");
        MimeBodyPart original = new MimeBodyPart();
        original.setDataHandler(new DataHandler(new ByteArrayDataSource(source, "application/octet-stream")));
        original.setFileName("mail.eml");
        MimeMessage notice = new MimeMessage((Session) null);
        notice.setFrom(new InternetAddress(bridge));
        notice.setRecipient(Message.RecipientType.TO, new InternetAddress(deadLetters));
        notice.setSubject("A mail was not delivered");
        notice.setHeader("Auto-Submitted", "auto-generated");
        notice.setHeader(REASON, reason.replaceAll("\\p{Cntrl}+", " ").strip());
        notice.setContent(new MimeMultipart(why, original));
        return notice;
    }
}
