package dev.conversations.app.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.app.delivery.Undeliverable;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The parts of a mail, read within limits: a mail beyond them is {@link Undeliverable}. */
public final class MailParts {
    static final int MOST_PARTS = 100;
    static final int DEEPEST = 10;
    static final int LONGEST_TEXT = 1024 * 1024;
    static final int LONGEST_HEADERS = 256 * 1024;

    private final List<Part> texts = new ArrayList<>();
    private final List<Part> attachments = new ArrayList<>();
    private int count;

    private MailParts() {}

    /** @throws Undeliverable when the mail is beyond a limit, or cannot be read as MIME */
    public static MailParts of(Part mail) throws Undeliverable {
        MailParts parts = new MailParts();
        try {
            checkHeaders(mail);
            parts.add(mail, 0);
            return parts;
        } catch (MessagingException | IOException | ClassCastException e) {
            throw new Undeliverable("The parts of the mail cannot be read.");
        }
    }

    /** The mail's plain text, else its HTML as text, else an empty one. */
    public String text() throws Undeliverable {
        for (String type : List.of("text/plain", "text/html")) {
            for (Part part : texts) {
                if (is(part, type)) {
                    String text = read(part);
                    return type.equals("text/html") ? HtmlText.of(text) : text;
                }
            }
        }
        return "";
    }

    /** What is attached, in order, without what only decorates the HTML. */
    List<Part> attachments() {
        return Collections.unmodifiableList(attachments);
    }

    private void add(Part part, int depth) throws MessagingException, IOException, Undeliverable {
        if (depth > DEEPEST) {
            throw new Undeliverable("The parts of the mail are nested deeper than " + DEEPEST + " levels.");
        }
        if (++count > MOST_PARTS) {
            throw new Undeliverable("The mail has more than " + MOST_PARTS + " parts.");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            if (parts.getCount() > MOST_PARTS) {
                throw new Undeliverable("The mail has more than " + MOST_PARTS + " parts.");
            }
            for (int i = 0; i < parts.getCount(); i++) {
                add(parts.getBodyPart(i), depth + 1);
            }
        } else if (isText(part)) {
            texts.add(part);
        } else if (!isDecoration(part)) {
            attachments.add(part);
        }
    }

    private static boolean isText(Part part) throws MessagingException {
        return (part.isMimeType("text/plain") || part.isMimeType("text/html"))
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) && part.getFileName() == null;
    }

    /** Whether the HTML of the mail shows it, such as the logo of a signature. */
    private static boolean isDecoration(Part part) throws MessagingException {
        return part.getHeader("Content-ID") != null && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static boolean is(Part part, String type) throws Undeliverable {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            throw new Undeliverable("The parts of the mail cannot be read.");
        }
    }

    private static void checkHeaders(Part mail) throws MessagingException, Undeliverable {
        long length = 0;
        for (Header header : Collections.list(mail.getAllHeaders())) {
            length += header.getName().length() + (header.getValue() == null ? 0 : header.getValue().length());
        }
        if (length > LONGEST_HEADERS) {
            throw new Undeliverable("The headers of the mail are longer than " + LONGEST_HEADERS + " characters.");
        }
    }

    private static String read(Part part) throws Undeliverable {
        try (InputStream in = part.getInputStream()) {
            byte[] text = in.readNBytes(LONGEST_TEXT + 1);
            if (text.length > LONGEST_TEXT) {
                throw new Undeliverable("The text of the mail is longer than " + LONGEST_TEXT + " bytes.");
            }
            return new String(text, charset(part));
        } catch (MessagingException | IOException e) {
            throw new Undeliverable("The text of the mail cannot be decoded.");
        }
    }

    private static Charset charset(Part part) throws MessagingException, Undeliverable {
        String name = new ContentType(part.getContentType()).getParameter("charset");
        try {
            return name == null ? UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalArgumentException e) {
            throw new Undeliverable("The text of the mail is in a charset that is not known here.");
        }
    }
}
