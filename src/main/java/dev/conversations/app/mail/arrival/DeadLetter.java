// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;

/** A mail that could not become a message, kept together with the reason: whole, or its beginning if it is huge. */
public final class DeadLetter {
    /** The header that says why. */
    public static final String REASON = "X-Bridge-Reason";
    /** The header that a mail begins with of which only the beginning is kept. */
    public static final String CUT = "X-Bridge-Cut";

    private static final String CUT_LINE = CUT + ": ";
    private static final int LONGEST_CUT_LINE = 200;
    private static final int LONGEST_REASON = 900;
    private static final int BEGINNING = 4096;

    private final String bridge;
    private final String deadLetters;
    private final int largest;

    /**
     * @param bridge the address that the notice comes from
     * @param deadLetters the address of the mailbox that collects them
     * @param largest how many bytes of a mail are kept
     */
    public DeadLetter(String bridge, String deadLetters, int largest) {
        this.bridge = bridge;
        this.deadLetters = deadLetters;
        this.largest = largest;
    }

    /** The mail as it was sent, byte for byte; a longer one is cut, and a header before all others says so. */
    public byte[] source(ArrivedMail mail) throws IOException {
        return cut(mail, largest);
    }

    /** Only the beginning of the mail, for a queue that does not take more. */
    public byte[] beginning(ArrivedMail mail) throws IOException {
        return cut(mail, Math.min(largest, BEGINNING));
    }

    /** A notice that has the mail attached. */
    public MimeMessage notice(byte[] source, String reason) throws MessagingException {
        String told = reason == null ? "No reason is known." : reason;
        MimeBodyPart why = new MimeBodyPart();
        why.setText(told + "\n\nThe mail is attached." + (cutNote(source)) + "\n", UTF_8.name());
        MimeBodyPart original = new MimeBodyPart();
        original.setDataHandler(new DataHandler(new ByteArrayDataSource(source, "application/octet-stream")));
        original.setFileName("mail.eml");
        MimeMessage notice = new MimeMessage((Session) null);
        notice.setFrom(new InternetAddress(bridge));
        notice.setRecipient(Message.RecipientType.TO, new InternetAddress(deadLetters));
        notice.setSubject("A mail was not delivered");
        notice.setHeader("Auto-Submitted", "auto-generated");
        notice.setHeader(REASON, line(told));
        notice.setContent(new MimeMultipart(why, original));
        return notice;
    }

    private static byte[] cut(ArrivedMail mail, int most) throws IOException {
        byte[] kept = mail.beginning(most);
        if (mail.length() > 0 && mail.length() <= most) {
            return kept;
        }
        String note = mail.length() == 0
                ? "Its mail server did not give it."
                : "It is longer than " + most + " bytes; the rest was left out.";
        byte[] line = (CUT_LINE + note + "\r\n").getBytes(US_ASCII);
        byte[] all = Arrays.copyOf(line, line.length + kept.length);
        System.arraycopy(kept, 0, all, line.length, kept.length);
        return all;
    }

    /** What the line says that a mail begins with if it was cut. */
    private static String cutNote(byte[] source) {
        int end = 0;
        while (end < Math.min(source.length, LONGEST_CUT_LINE) && source[end] != '\r') {
            end++;
        }
        String line = new String(source, 0, end, US_ASCII);
        return line.startsWith(CUT_LINE) ? " " + line.substring(CUT_LINE.length()) : "";
    }

    private static String line(String reason) {
        String line = reason.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u0085]+", " ").strip();
        try {
            String beginning = line.substring(0, Math.min(line.length(), LONGEST_REASON));
            return MimeUtility.encodeText(beginning, UTF_8.name(), null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is missing from this Java", e);
        }
    }
}
