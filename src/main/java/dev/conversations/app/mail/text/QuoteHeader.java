package dev.conversations.app.mail.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What mail programs write above the mail that is answered, in English, German, French, Spanish, Italian, Dutch and
 * Portuguese.
 */
final class QuoteHeader {
    private static final int LONGEST_LINE = 300;
    private static final int ATTRIBUTION_LINES = 3;
    private static final int BLOCK_LINES = 6;

    private static final Pattern DIVIDER = Pattern.compile("[-_]{2,40} ?(?:" + words(
            "original message", "forwarded message", "reply message", "ursprüngliche nachricht", "originalnachricht",
            "original-nachricht", "weitergeleitete nachricht", "message d'origine", "message original",
            "message transféré", "message initial", "mensaje original", "mensaje reenviado", "messaggio originale",
            "messaggio inoltrato", "oorspronkelijk bericht", "origineel bericht", "doorgestuurd bericht",
            "mensagem original", "mensagem encaminhada") + ") ?[-_]{2,40}");

    private static final Pattern FROM = label("from", "von", "de", "da", "van");
    private static final Pattern DATE = label("sent", "date", "gesendet", "datum", "envoyé", "fecha", "enviado",
            "enviado el", "enviado em", "enviada", "enviada em", "data", "inviato", "verzonden", "verzonden op");
    private static final Pattern ADDRESSED = label("to", "an", "à", "a", "para", "aan", "subject", "betreff", "objet",
            "asunto", "oggetto", "onderwerp", "assunto");

    private static final Pattern OPENING = Pattern.compile("(?:on|am|le|el|il|op|em|a|in data|den) .{3,}");
    private static final Pattern SAID = Pattern.compile(".*\\b(?:" + words("wrote", "schrieb", "geschrieben",
            "a écrit", "escribió", "ha scritto", "schreef", "geschreven", "escreveu") + ")\\b.{0,200}:",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private QuoteHeader() {}

    /** Whether everything from this line on is the answered mail. */
    static boolean endsText(List<String> lines, int at) {
        if (divides(lines.get(at)) || isBlock(lines, at)) {
            return true;
        }
        int length = attribution(lines, at);
        return length > 0 && !isQuoteNext(lines, at + length)
                && String.join(" ", lines.subList(at, at + length)).contains("@");
    }

    /** How many lines from this one on say who wrote the quote below them, such as "On Monday Ada wrote:"; or 0. */
    static int quoteHeader(List<String> lines, int at) {
        int length = attribution(lines, at);
        return length > 0 && isQuoteNext(lines, at + length) ? length : 0;
    }

    private static int attribution(List<String> lines, int at) {
        if (lines.get(at).length() > LONGEST_LINE || !OPENING.matcher(plain(lines.get(at))).matches()) {
            return 0;
        }
        StringBuilder joined = new StringBuilder();
        for (int i = at; i < Math.min(lines.size(), at + ATTRIBUTION_LINES); i++) {
            String line = plain(lines.get(i));
            if (line.isEmpty() || line.length() > LONGEST_LINE || line.startsWith(">") && !line.equals(">:")) {
                return 0;
            }
            joined.append(line).append(' ');
            String whole = joined.toString().strip();
            if (whole.endsWith(":") && SAID.matcher(whole).matches() && DIGIT.matcher(whole).find()) {
                return i - at + 1;
            }
        }
        return 0;
    }

    private static boolean isQuoteNext(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at < lines.size() && lines.get(at).startsWith(">");
    }

    private static boolean divides(String line) {
        return line.length() <= LONGEST_LINE && DIVIDER.matcher(plain(line)).matches();
    }

    private static boolean isBlock(List<String> lines, int at) {
        if (!is(FROM, lines.get(at))) {
            return false;
        }
        List<String> block = new ArrayList<>();
        for (int i = at + 1; i < Math.min(lines.size(), at + BLOCK_LINES); i++) {
            block.add(lines.get(i));
        }
        boolean named = lines.get(at).contains("@") || block.stream().anyMatch(line -> is(ADDRESSED, line));
        return named && block.stream().anyMatch(line -> is(DATE, line));
    }

    private static boolean is(Pattern label, String line) {
        return line.length() <= LONGEST_LINE && label.matcher(plain(line)).matches();
    }

    /** A line without marks of bold text, in small letters. */
    private static String plain(String line) {
        return line.replace("*", "").replace('’', '\'').strip().toLowerCase(Locale.ROOT);
    }

    private static Pattern label(String... names) {
        return Pattern.compile("(?:" + words(names) + ") ?: ?\\S.*");
    }

    private static String words(String... words) {
        return Stream.of(words).map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
