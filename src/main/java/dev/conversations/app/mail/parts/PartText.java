// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a part as characters, be it plain or HTML: within a limit, and without the breaks of flowed lines. */
final class PartText {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Map<String, String> MEANT =
            Map.ofEntries(Map.entry("iso-8859-1", "windows-1252"), Map.entry("latin-1", "windows-1252"),
                    Map.entry("latin1", "windows-1252"), Map.entry("iso8859-1", "windows-1252"),
                    Map.entry("gb2312", "GB18030"), Map.entry("gbk", "GB18030"), Map.entry("ks_c_5601-1987", "x-windows-949"),
                    Map.entry("iso-8859-8-i", "iso-8859-8"), Map.entry("iso-8859-8-e", "iso-8859-8"),
                    Map.entry("iso-8859-6-i", "iso-8859-6"), Map.entry("iso-8859-6-e", "iso-8859-6"),
                    Map.entry("utf8", "utf-8"), Map.entry("unicode-1-1-utf-8", "utf-8"), Map.entry("x-utf-8", "utf-8"));
    /** What programs name out of habit, whatever they write. */
    private static final Set<Charset> BY_HABIT =
            Set.of(WESTERN, ISO_8859_1, US_ASCII, Charset.forName("ISO-8859-15"));
    private static final int META_WITHIN = 1024;
    private static final Pattern META = Pattern.compile(
            "<meta[^>]{0,200}charset\\s{0,3}=\\s{0,3}[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private PartText() {}

    /** @throws Undeliverable when the text is longer, or cannot be read */
    static String of(Part part, int longest) throws Undeliverable {
        try (InputStream in = PartContent.of(part)) {
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
    private static Optional<Charset> charset(Part part, byte[] bytes) throws MessagingException {
        String name = parameter(part, "charset").toLowerCase(Locale.ROOT).replaceAll("[\"';\\s]", "");
        if (name.isEmpty() || name.equals("us-ascii")) {
            return part.isMimeType("text/html") ? ofMeta(bytes) : Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(MEANT.getOrDefault(name, MimeUtility.javaCharset(name))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
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
        if (charset.isEmpty() || BY_HABIT.contains(charset.get())) {
            return utf8(bytes).orElseGet(() -> new String(bytes, charset.filter(BY_HABIT::contains)
                    .filter(named -> !named.equals(US_ASCII)).orElse(WESTERN)));
        }
        if (charset.get().equals(UTF_8)) {
            return utf8(bytes).orElseGet(() -> mostlyUtf8(bytes));
        }
        return new String(bytes, charset.get());
    }

    /** Bytes of which nobody says what they are: UTF-8 if they can be, else as Windows writes in the West. */
    static String guessed(byte[] bytes) {
        return utf8(bytes).orElseGet(() -> new String(bytes, WESTERN));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** What is said to be UTF-8 with faults: it is, if more of it is right than wrong. */
    private static String mostlyUtf8(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        long wrong = text.chars().filter(character -> character == '\ufffd').count();
        long right = text.chars().filter(character -> character > 0x7f && character != '\ufffd').count();
        return right > wrong ? text : new String(bytes, WESTERN);
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
