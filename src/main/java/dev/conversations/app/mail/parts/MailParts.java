// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.text.ContentId;
import dev.conversations.app.mail.text.HtmlText;
import dev.conversations.app.mail.text.Placeholders;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parts of a mail, read within limits: a mail beyond them is {@link Undeliverable}. */
public final class MailParts {
    static final int MOST_PARTS = 100;
    static final int DEEPEST = 10;
    static final int LONGEST_TEXT = 1024 * 1024;
    /** In characters, all headers together. */
    public static final int LONGEST_HEADERS = 256 * 1024;

    /** What mail programs add for other mail programs. */
    private static final List<String> FOR_PROGRAMS = List.of("application/pkcs7-signature",
            "application/x-pkcs7-signature", "application/pgp-signature", "application/applefile");
    private static final String ENCRYPTED = "multipart/encrypted";
    private static final List<String> ENCRYPTED_OR_SIGNED = List.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    static final int LONGEST_SIGNED = 32 * 1024 * 1024;

    private final List<Part> files = new ArrayList<>();
    private TextParts texts = TextParts.NONE;
    private List<Part> attachments = List.of();
    private final Set<String> pictures = new HashSet<>();
    private int count;

    private MailParts() {}

    /** @throws Undeliverable when the mail is beyond a limit, or cannot be read as MIME */
    public static MailParts of(Part mail) throws Undeliverable {
        MailParts parts = new MailParts();
        try {
            checkHeaders(mail);
            parts.texts = parts.add(mail, 0, false);
            parts.findNamedText();
            parts.tellPictures();
            return parts;
        } catch (MessagingException | IOException | ClassCastException e) {
            throw new Undeliverable("The parts of the mail cannot be read.");
        }
    }

    /** The mail's plain text, else its HTML as text, else an empty one. */
    public String text() throws Undeliverable {
        return Placeholders.removed(texts.read(), pictures);
    }

    /** The mail's plain text and its HTML as they stand, with all that is quoted. */
    public String source() throws Undeliverable {
        return texts.source();
    }

    /**
     * What is attached, in order: the pictures that the HTML shows among the person's own words, then the other files,
     * without what only decorates the HTML.
     */
    public List<Part> attachments() {
        return attachments;
    }

    /** Text with a file name is what the person wrote, where there is no other. */
    private void findNamedText() throws MessagingException, Undeliverable {
        for (Part file : files) {
            if (file.isMimeType("text/plain") && !Part.ATTACHMENT.equalsIgnoreCase(file.getDisposition())) {
                if (texts.isBlank()) {
                    texts = TextParts.of(file);
                    files.remove(file);
                }
                return;
            }
        }
    }

    private void tellPictures() throws MessagingException, Undeliverable {
        attachments = Collections.unmodifiableList(files);
        boolean anyShown = false;
        for (Part file : files) {
            anyShown |= ContentId.of(file).isPresent();
            if (!Part.ATTACHMENT.equalsIgnoreCase(file.getDisposition())) {
                ContentId.of(file).ifPresent(pictures::add);
                pictures.add(Placeholders.name(String.valueOf(file.getFileName())));
            }
        }
        if (anyShown) {
            String html = texts.html();
            pictures.addAll(HtmlText.descriptions(html));
            attachments = InlinePictures.of(html).attachments(files);
        }
    }

    private TextParts add(Part part, int depth, boolean alternative)
            throws MessagingException, IOException, Undeliverable {
        if (depth > DEEPEST) {
            throw new Undeliverable("The parts of the mail are nested deeper than " + DEEPEST + " levels.");
        }
        if (++count > MOST_PARTS) {
            throw new Undeliverable("The mail has more than " + MOST_PARTS + " parts.");
        }
        RepairedHeaders.repair(part);
        if (part.isMimeType(ENCRYPTED)) {
            throw encrypted();
        }
        if (isOneOf(ENCRYPTED_OR_SIGNED, part)) {
            return add(signed(part), depth + 1, alternative);
        }
        if (part.isMimeType("multipart/*")) {
            Multipart parts = parts(part);
            return parts == null
                    ? TextParts.of(part)
                    : addAll(parts, depth, part.isMimeType("multipart/alternative"));
        }
        if (isText(part)) {
            return TextParts.of(part);
        }
        if (!isOneOf(FOR_PROGRAMS, part) && !(alternative && isWords(part))) {
            files.add(part);
        }
        return TextParts.NONE;
    }

    /** The parts between the boundaries that are named or, if there are none, between those that are there; or null. */
    private static Multipart parts(Part part) throws MessagingException, IOException {
        for (String type : new String[] {part.getContentType(), "multipart/mixed"}) {
            part.setHeader("Content-Type", type);
            try {
                MimeMultipart parts = new MimeMultipart(new MimePartDataSource((MimePart) part));
                if (parts.getCount() > 0) {
                    return parts;
                }
            } catch (MessagingException e) {
                // without boundaries it is text
            }
        }
        part.setHeader("Content-Type", "text/plain");
        return null;
    }

    /** The part that was signed. */
    private static Part signed(Part part) throws MessagingException, IOException, Undeliverable {
        try (InputStream in = PartContent.of(part)) {
            byte[] source = in.readNBytes(LONGEST_SIGNED + 1);
            byte[] content = source.length > LONGEST_SIGNED ? null : OpaqueSignature.content(source);
            if (content == null) {
                throw encrypted();
            }
            return new MimeBodyPart(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw encrypted();
        }
    }

    private static Undeliverable encrypted() {
        return new Undeliverable("The mail is encrypted.");
    }

    private TextParts addAll(Multipart parts, int depth, boolean alternative)
            throws MessagingException, IOException, Undeliverable {
        if (parts.getCount() > MOST_PARTS) {
            throw new Undeliverable("The mail has more than " + MOST_PARTS + " parts.");
        }
        List<TextParts> found = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            found.add(add(parts.getBodyPart(i), depth + 1, alternative));
        }
        return alternative ? TextParts.choice(found) : TextParts.sequence(found);
    }

    private static boolean isText(Part part) throws MessagingException {
        return (part.isMimeType("text/plain") || part.isMimeType("text/html") || !hasType(part))
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) && part.getFileName() == null;
    }

    /** Whether the part has a type that can be read; one without is plain text. */
    private static boolean hasType(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getBaseType() != null;
        } catch (ParseException e) {
            return false;
        }
    }

    /** Whether the part says once more what the plain text says, such as AMP or enriched text. */
    private static boolean isWords(Part part) throws MessagingException {
        return part.isMimeType("text/*") && !part.isMimeType("text/calendar") && part.getFileName() == null;
    }

    private static boolean isOneOf(List<String> types, Part part) throws MessagingException {
        for (String type : types) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    private static void checkHeaders(Part mail) throws MessagingException, Undeliverable {
        long length = 0;
        for (Header header : Collections.list(mail.getAllHeaders())) {
            length += header.getName().length() + (header.getValue() == null ? 0 : header.getValue().length());
        }
        if (length > LONGEST_HEADERS) {
            throw headersTooLong();
        }
    }

    /** Why a mail with longer headers is not read. */
    public static Undeliverable headersTooLong() {
        return new Undeliverable("The headers of the mail are longer than " + LONGEST_HEADERS + " characters.");
    }
}
