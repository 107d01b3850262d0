package dev.conversations.app;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person wrote in a mail: its plain text (or else its HTML without tags), without the mail it answers and
 * without a signature.
 */
final class ReplyText {
    /** Where the answered mail, or the signature, begins. */
    private static final List<Pattern> ENDS = List.of(
            Pattern.compile("(?m)^-- ?$"),
            Pattern.compile("(?m)^On\\b[^\\n]{5,200}(\\n[^\\n]{0,120})?\\bwrote:\\s*$"),
            Pattern.compile("(?m)^-{3,} ?(Original Message|Forwarded message) ?-{3,}\\s*$", Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?m)^_{10,}\\s*\\n(?=From: )"),
            Pattern.compile("(?m)^From: [^\\n]+\\n(Sent|Date): [^\\n]+\\n"));

    private static final Pattern HTML_UNSEEN =
            Pattern.compile("<(blockquote|head|style|script)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML_BREAK =
            Pattern.compile("<(br|/p|/div|/li|/tr)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern HTML_TAG = Pattern.compile("<[^<>]*>");

    private ReplyText() {}

    /** The text, empty when nothing is left. */
    static String of(Part mail) throws MessagingException, IOException {
        Optional<String> plain = text(mail, "text/plain");
        if (plain.isPresent()) {
            return withoutQuote(plain.get());
        }
        return withoutQuote(text(mail, "text/html").map(ReplyText::withoutTags).orElse(""));
    }

    private static Optional<String> text(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return Optional.of(part.getContent().toString());
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> text = text(parts.getBodyPart(i), type);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private static String withoutQuote(String mail) {
        String text = mail.replace("\r\n", "\n").replace('\u00a0', ' ');
        for (Pattern end : ENDS) {
            Matcher matcher = end.matcher(text);
            if (matcher.find()) {
                text = text.substring(0, matcher.start());
            }
        }
        List<String> lines = text.lines().toList();
        int end = lines.size();
        while (end > 0 && (lines.get(end - 1).isBlank() || lines.get(end - 1).startsWith(">"))) {
            end--;
        }
        return String.join("\n", lines.subList(0, end)).strip();
    }

    private static String withoutTags(String html) {
        String text = withoutUnseen(html.replaceAll("\\s+", " "));
        text = HTML_TAG.matcher(HTML_BREAK.matcher(text).replaceAll("\n")).replaceAll("");
        return text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#39;", "'").replace("&amp;", "&");
    }

    private static String withoutUnseen(String html) {
        StringBuilder seen = new StringBuilder();
        Matcher open = HTML_UNSEEN.matcher(html);
        int from = 0;
        while (open.find(from)) {
            seen.append(html, from, open.start());
            Matcher close = Pattern.compile("</" + open.group(1) + "\\b", Pattern.CASE_INSENSITIVE).matcher(html);
            if (!close.find(open.end())) {
                return seen.toString();
            }
            from = close.end() - open.group(1).length() - 2;
        }
        return seen.append(html, from, html.length()).toString();
    }
}
