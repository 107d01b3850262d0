// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.quote;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What mail programs write above the mail that is answered.
 *
 * @param lines how many lines it takes
 * @param kind what it is
 */
public record QuoteHeader(int lines, Kind kind) {
    private static final int LONGEST_DIVIDER = 120;

    /** What such a header is worth. */
    public enum Kind {
        /** Fields or a divider: what follows is the answered mail, be it marked as a quote or not. */
        DIVIDES,
        /** A sentence that no person writes. */
        ATTRIBUTES,
        /** A sentence that a person may write as well, so only what follows tells. */
        MAY_ATTRIBUTE
    }

    private static final Pattern DIVIDER = Phrases.pattern("[-_=*#~]{2,40}\\s?(?:" + Phrases.any("divider")
            + ")[^-_=*#~]{0,60}[-_=*#~]{2,40}:?(?<rest>.*)");
    private static final Set<String> BEGINS = Phrases.of("begins");
    private static final String RULES = "-_=*#~";

    /** The header that begins on that line; null if none does. */
    public static QuoteHeader at(List<String> lines, int at) {
        String line = lines.get(at);
        if (line.isBlank() || line.startsWith(">")) {
            return null;
        }
        if (divides(line)) {
            int next = nextText(lines, at + 1);
            QuoteHeader more = next < lines.size() && !divides(lines.get(next)) ? at(lines, next) : null;
            return new QuoteHeader(more == null ? 1 : next - at + more.lines, Kind.DIVIDES);
        }
        int block = HeaderBlock.length(lines, at);
        if (block > 0) {
            return new QuoteHeader(block, Kind.DIVIDES);
        }
        if (line.indexOf(QuoteMark.HEADER) >= 0) {
            return new QuoteHeader(1, Kind.ATTRIBUTES);
        }
        Attribution attribution = Attribution.at(lines, at);
        if (attribution == null) {
            return null;
        }
        int end = at + attribution.lines();
        int fields = end < lines.size() ? HeaderBlock.length(lines, end) : 0;
        return fields > 0
                ? new QuoteHeader(attribution.lines() + fields, Kind.DIVIDES)
                : new QuoteHeader(attribution.lines(), attribution.sure() ? Kind.ATTRIBUTES : Kind.MAY_ATTRIBUTE);
    }

    /** Whether the next lines of text, from this one on, are marked as quoted. */
    public static boolean isQuoteNext(List<String> lines, int from) {
        int at = nextText(lines, from);
        return at < lines.size() && lines.get(at).startsWith(">");
    }

    /** A line as one or two: a sentence of a program goes, in some mails, on where the person's own words end. */
    public static Stream<String> parted(String line) {
        int begin = Attribution.begin(line);
        return begin == 0 ? Stream.of(line)
                : Stream.of(withoutDashes(line.substring(0, begin)), line.substring(begin));
    }

    /** Without a rule at its end. */
    private static String withoutDashes(String line) {
        int end = line.stripTrailing().length();
        while (end > 0 && line.charAt(end - 1) == '-') {
            end--;
        }
        return line.substring(0, end).stripTrailing();
    }

    private static boolean divides(String line) {
        if (line.indexOf(QuoteMark.END) >= 0) {
            return true;
        }
        String plain = Attribution.plain(line);
        if (plain.length() <= LONGEST_DIVIDER && BEGINS.contains(letters(plain))) {
            return true;
        }
        Matcher divider = DIVIDER.matcher(plain);
        return !plain.isEmpty() && RULES.indexOf(plain.charAt(0)) >= 0 && divider.lookingAt()
                && (divider.group("rest").isBlank() && plain.length() <= LONGEST_DIVIDER
                        || HeaderBlock.beginsWithSender(divider.group("rest").strip()));
    }

    /** From the first letter to the last, in small letters. */
    private static String letters(String line) {
        int begin = 0;
        int end = line.length();
        while (begin < end && !Character.isLetter(line.charAt(begin))) {
            begin++;
        }
        while (end > begin && !Character.isLetter(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(begin, end).toLowerCase(Locale.ROOT);
    }

    private static int nextText(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
        return at;
    }
}
