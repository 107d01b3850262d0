// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.quote;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentence that a program writes above a quote, such as "On Monday Ada wrote:".
 *
 * @param lines how many lines it takes
 * @param sure whether no person writes like that; else it counts only with a quote below
 */
record Attribution(int lines, boolean sure) {
    private static final int MOST_LINES = 3;
    private static final int LONGEST_LINE = 300;
    private static final int SHORTEST_BROKEN_LINE = 20;
    private static final int MOST_WORDS = 12;

    private static final Pattern ANGLED = Pattern.compile("[<\\[(]\\s?(?:mailto:)?[^<>\\s@]{1,100}@[^<>\\s@]{1,200}[>\\])]");
    private static final Pattern ADDRESS = Pattern.compile("[^<>()\\[\\]\\s@:,;\"]{1,100}@[^<>()\\[\\]\\s@:,;\"]{1,200}");
    private static final Pattern ADDRESS_LAST = Pattern.compile("[^\\s@]{1,100}@[^\\s@]{1,200}?[>)\\]\"]{0,3}");
    private static final Pattern PARTED = Pattern.compile(" ?---? ?\\S.{0,60}\\d.{0,40}---");
    private static final Pattern DASHES = Pattern.compile("[-–—_=]{2,40}\\s?(?<words>[^-–—_=].*?)\\s?(?<end>[-–—_=]{2,40})?");
    private static final Pattern SAID = Phrases.pattern(Phrases.any("said"));
    private static final Pattern ANGLED_AND_SAID = Phrases.pattern(ANGLED.pattern() + " " + Phrases.any("said") + "$");
    private static final Pattern SENDER = Phrases.pattern("[^<>@:\\d]{1,60}" + ANGLED.pattern() + " " + Phrases.any("said") + " ?[:：]");
    private static final Pattern OPENING = Phrases.pattern(Phrases.any("opening"));
    private static final Pattern CITING = Phrases.pattern(Phrases.any("citing"));
    private static final Pattern BY = Phrases.pattern("[\\d:)年月日.+apm, ]" + Phrases.any("by") + " ?[^ ]*@.*");
    private static final Set<String> SMALL = Phrases.words("said", "between");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]{0,100}\"|'[^']{1,100}'");
    private static final Pattern SMALL_WORD = Pattern.compile("(?<![\\p{L}\\p{N}.'_-])\\p{Ll}\\p{L}++(?![_\\p{N}]|\\.\\p{L})");
    private static final Pattern SENTENCE_END = Pattern.compile(".*\\p{L}{5,}[.!?]|.*[!?]");

    /** The one that begins on that line; null if none does. */
    static Attribution at(List<String> lines, int at) {
        StringBuilder joined = new StringBuilder();
        Attribution open = null;
        for (int i = at; i < Math.min(lines.size(), at + MOST_LINES); i++) {
            String line = plain(lines.get(i));
            if (line.isEmpty() || line.length() > LONGEST_LINE || line.startsWith(">") && !endsAddress(joined, line)
                    || i > at && SENTENCE_END.matcher(plain(lines.get(i - 1))).matches()) {
                return open;
            }
            joined.append(joined.length() == 0 || line.equals(">:") ? "" : " ").append(line);
            Attribution found = judged(joined.toString(), i - at + 1);
            if (found != null && i == at && !found.sure && !isClosed(line)) {
                open = found;
            } else if (found != null && (i == at || (isClosed(line) || line.endsWith("--")) && isBroken(lines, at, i))) {
                return found;
            }
        }
        return open;
    }

    /** A line without marks of bold text. */
    static String plain(String line) {
        return line.replace("*", "").replace('’', '\'').strip();
    }

    /** Where the person's own words end in a line that goes on as such a sentence; 0 if it does not. */
    static int begin(String line) {
        if (line.length() > LONGEST_LINE || line.startsWith(">") || !isClosed(line.stripTrailing())) {
            return 0;
        }
        Matcher opening = OPENING.matcher(line);
        while (opening.find()) {
            String sentence = plain(line.substring(opening.start()));
            if (Character.isUpperCase(sentence.charAt(0)) && SentDate.begins(line.substring(opening.end()).strip())
                    && line.substring(0, opening.start()).chars().anyMatch(Character::isLetter)) {
                Attribution found = judged(sentence, 1);
                return found != null && found.sure ? opening.start() : 0;
            }
        }
        return 0;
    }

    /** Whether a line is the end of an address that was broken before its bracket, and no quote. */
    private static boolean endsAddress(CharSequence above, String line) {
        String before = above.toString();
        return before.lastIndexOf('<') > before.lastIndexOf('>') && isClosed(line) && (line.equals(">:") || SAID.matcher(line).find());
    }

    private static boolean isClosed(String words) {
        return words.endsWith(":") || words.endsWith("：");
    }

    /** Whether lines belong together: the first begins like such a sentence, and the others alone are none. */
    private static boolean isBroken(List<String> lines, int first, int last) {
        String begin = plain(lines.get(first));
        boolean begins = begin.length() >= SHORTEST_BROKEN_LINE && (OPENING.matcher(begin).lookingAt() || SentDate.begins(begin)
                || begin.contains("@") || begin.startsWith("--"));
        Attribution rest = begins ? at(lines.subList(0, last + 1), first + 1) : null;
        String next = plain(lines.get(first + 1));
        return begins && (rest == null || !SentDate.hasDate(next) || !rest.sure && !OPENING.matcher(next).lookingAt());
    }

    private static Attribution judged(String line, int lines) {
        if (line.chars().noneMatch(character -> character == ':' || character == '：' || Character.isDigit(character))) {
            return null;
        }
        Matcher dashes = DASHES.matcher(line);
        boolean dashed = line.startsWith("--") && dashes.matches();
        String words = dashed ? dashes.group("words") : line;
        boolean closed = isClosed(words);
        if (PARTED.matcher(words).find() && SentDate.hasDate(words) && SentDate.hasTime(words)) {
            return new Attribution(lines, true);
        }
        if (!closed && !(dashed && dashes.group("end") != null) && !SentDate.hasDate(words)) {
            return null;
        }
        Boolean sure = SAID.matcher(words).find() ? withVerb(words, closed, dashed) : withoutVerb(words, closed);
        return sure == null ? null : new Attribution(lines, sure);
    }

    private static Boolean withVerb(String words, boolean closed, boolean dashed) {
        boolean dated = SentDate.hasDate(words);
        boolean timed = SentDate.hasTime(words);
        boolean named = isNamed(words);
        if (!closed && !dashed) {
            return dated && timed && named && OPENING.matcher(words).lookingAt() ? ANGLED_AND_SAID.matcher(words).find() : null;
        }
        if (SENDER.matcher(words).matches()) {
            return true;
        }
        boolean angled = ANGLED.matcher(words).find() && !words.contains("(") || words.contains("<");
        boolean addressed = ADDRESS.matcher(words).find();
        if (dashed && (addressed || dated) || angled && addressed && (dated || timed) && (named || timed)
                || dated && timed && named) {
            return true;
        }
        boolean possible = named && words.split(" ").length <= MOST_WORDS || named && dated || angled && addressed
                || dated && timed;
        return possible ? Boolean.FALSE : null;
    }

    private static Boolean withoutVerb(String words, boolean closed) {
        if (!ADDRESS.matcher(words).find()) {
            return null;
        }
        String body = closed ? words.substring(0, words.length() - 1).strip() : words;
        boolean addressLast = ADDRESS_LAST.matcher(body.substring(body.lastIndexOf(' ') + 1)).matches();
        if (SentDate.begins(words) && SentDate.hasDate(words) && addressLast
                && (words.contains("<") || BY.matcher(words).find())) {
            return closed && (SentDate.hasTime(words) || SentDate.hasYear(words));
        }
        return closed && CITING.matcher(words).lookingAt() ? Boolean.FALSE : null;
    }

    /** Whether nothing is written small but what programs write, and so what remains is a name. */
    private static boolean isNamed(String words) {
        String rest = ADDRESS.matcher(QUOTED.matcher(words).replaceAll(" ")).replaceAll(" ");
        Matcher opening = OPENING.matcher(rest);
        Matcher word = SMALL_WORD.matcher(rest).region(opening.lookingAt() ? opening.end() : 0, rest.length());
        while (word.useTransparentBounds(true).find()) {
            if (!SMALL.contains(word.group()) && !SentDate.isName(word.group())) {
                return false;
            }
        }
        return true;
    }
}
