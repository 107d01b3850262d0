package dev.conversations.app.mail.parts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.text.FlowedText;
import dev.conversations.app.mail.text.PictureMark;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a part as characters, be it plain or HTML: within a limit, and without the breaks of flowed lines. */
final class PartText {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Map<String, String> MEANT =
            Map.of("iso-8859-1", "windows-1252", "gb2312", "GB18030", "ks_c_5601-1987", "x-windows-949");
    private static final int META_WITHIN = 1024;
    private static final Pattern META = Pattern.compile(
            "<meta[^>]{0,200}charset\\s{0,3}=\\s{0,3}[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private PartText() {}

    /** @throws Undeliverable when the text is longer, or in an unknown charset or encoding */
    static String of(Part part, int longest) throws Undeliverable {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new Undeliverable("The text of the mail is longer than " + MailParts.LONGEST_TEXT + " bytes.");
            }
            String text = PictureMark.disarmed(decoded(bytes, charset(part, bytes)));
            return "flowed".equalsIgnoreCase(parameter(part, "format")) && part.isMimeType("text/plain")
                    ? FlowedText.joined(text, "yes".equalsIgnoreCase(parameter(part, "delsp")))
                    : text;
        } catch (MessagingException | IOException e) {
            throw new Undeliverable("The text of the mail cannot be decoded.");
        }
    }

    /** The charset that the part names, or its HTML; empty when it says nothing of use. */
    private static Optional<Charset> charset(Part part, byte[] bytes) throws MessagingException, Undeliverable {
        String name = parameter(part, "charset").toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.equals("us-ascii")) {
            return part.isMimeType("text/html") ? ofMeta(bytes) : Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(name, MimeUtility.javaCharset(name))));
        } catch (IllegalArgumentException e) {
            throw new Undeliverable("The text of the mail is in a charset that is not known here.");
        }
    }

    private static Optional<Charset> ofMeta(byte[] html) {
        Matcher meta = META.matcher(new String(html, 0, Math.min(html.length, META_WITHIN), ISO_8859_1));
        try {
            return meta.find() ? Optional.of(Charset.forName(meta.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(byte[] bytes, Optional<Charset> charset) {
        if (charset.isPresent()) {
            return new String(bytes, charset.get());
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WESTERN);
        }
    }

    private static String parameter(Part part, String name) throws MessagingException {
        try {
            String value = new ContentType(part.getContentType()).getParameter(name);
            return value == null ? "" : value.strip();
        } catch (ParseException e) {
            return "";
        }
    }
}
