package dev.conversations.app.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.io.File;

/**
 * A file of a message in its mail.
 *
 * @param content null when it is not there
 * @param whyNot in words, when it is not there
 */
record MailFile(File content, String name, String type, String whyNot) {
    private static final String ANY = "application/octet-stream";

    static MailFile there(File content, String name, String type) {
        return new MailFile(content, named(name), typed(type), null);
    }

    static MailFile missing(String name, String type, String whyNot) {
        return new MailFile(null, named(name), typed(type), whyNot);
    }

    boolean isThere() {
        return content != null;
    }

    /** What the mail says in place of the file. */
    String words() {
        return "[not attached: " + name + ", " + type + ": " + whyNot + "]";
    }

    /** The part of the mail that holds the file. */
    MimeBodyPart part() throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileDataSource(content) {
            @Override
            public String getContentType() {
                return type;
            }
        }));
        ParameterList parameters = new ParameterList();
        parameters.set("filename", name, UTF_8.name());
        part.setHeader("Content-Disposition", new ContentDisposition(Part.ATTACHMENT, parameters).toString());
        return part;
    }

    @Override
    public String toString() {
        return "MailFile[" + type + "]";
    }

    private static String named(String name) {
        String plain = name == null ? "" : name.replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\]", "_").strip();
        return plain.isEmpty() ? "file" : plain;
    }

    private static String typed(String type) {
        try {
            return type == null ? ANY : new ContentType(type).getBaseType();
        } catch (ParseException e) {
            return ANY;
        }
    }
}
