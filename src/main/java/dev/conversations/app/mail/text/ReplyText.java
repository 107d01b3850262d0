package dev.conversations.app.mail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person wrote in a mail, without the mail it answers and without a signature. Where programs and people write
 * alike the text is kept. Answers between the lines of a quote keep the lines they answer.
 */
public final class ReplyText {
    private static final char FIRST_UNSEEN = '\u200e';
    private static final Pattern UNSEEN = Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private final List<String> marked;
    private final List<String> lines;
    private final List<String> own = new ArrayList<>();
    private boolean attributed;

    private ReplyText(String mail) {
        this.marked = normal(mail).lines().toList();
        this.lines = marked.stream().map(ReplyText::bare).toList();
    }

    /** The text, empty when nothing is left. */
    public static String of(String mail) {
        ReplyText text = new ReplyText(mail);
        text.reduce();
        return PictureMark.removed(String.join("\n", text.own)).replaceAll("\n{3,}", "\n\n").strip();
    }

    /** The pictures that stand in the text, as {@link HtmlText#marked} marks them, quotes left out. */
    public static List<String> pictures(String mail) {
        ReplyText text = new ReplyText(mail);
        text.reduce();
        text.own.removeIf(ReplyText::isQuote);
        return PictureMark.in(String.join("\n", text.own));
    }

    private static String normal(String mail) {
        return mail.replace("\r\n", "\n").replaceAll("[\\u00a0\\u202f\\u2007]", " ")
                .replaceAll("[\\u200b\\u2060\\ufeff\\ufffc]", "");
    }

    /** A line as mail programs and people see it. */
    private static String bare(String line) {
        return line.chars().allMatch(character -> character < FIRST_UNSEEN)
                ? line
                : UNSEEN.matcher(PictureMark.removed(line)).replaceAll("");
    }

    private void reduce() {
        int at = 0;
        while (at < lines.size() && !QuoteHeader.endsText(lines, at)) {
            at = next(at);
        }
        dropEnd();
        if (attributed && quotes() == 1) {
            own.removeIf(ReplyText::isQuote);
            dropEnd();
        }
    }

    private int next(int at) {
        int header = QuoteHeader.quoteHeader(lines, at);
        if (header > 0) {
            attributed = true;
            return at + header;
        }
        if (Closing.opensSignature(lines.get(at))) {
            return endOfSignature(at);
        }
        own.add(marked.get(at).stripTrailing());
        return at + 1;
    }

    private int endOfSignature(int from) {
        int at = from + 1;
        while (at < lines.size() && !isQuote(lines.get(at)) && QuoteHeader.quoteHeader(lines, at) == 0
                && !QuoteHeader.endsText(lines, at)) {
            at++;
        }
        return at;
    }

    private void dropEnd() {
        int end = own.size();
        while (end > 0 && isDropped(own.get(end - 1))) {
            end--;
        }
        own.subList(end, own.size()).clear();
    }

    private static boolean isDropped(String line) {
        String bare = bare(line);
        return bare.isBlank() && PictureMark.in(line).isEmpty() || isQuote(bare) || Closing.isMadeByProgram(bare);
    }

    private static boolean isQuote(String line) {
        return bare(line).startsWith(">");
    }

    /** How many quotes stand between other text. */
    private int quotes() {
        int quotes = 0;
        boolean inside = false;
        for (String line : own) {
            if (!line.isBlank()) {
                quotes += isQuote(line) && !inside ? 1 : 0;
                inside = isQuote(line);
            }
        }
        return quotes;
    }
}
