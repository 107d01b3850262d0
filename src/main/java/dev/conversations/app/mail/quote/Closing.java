// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.quote;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines that a mail program puts below what a person wrote: the mark of a signature, or praise of itself. */
public final class Closing {
    private static final int LONGEST = 160;
    private static final int MOST_LINES = 3;

    private static final Pattern LINK = Pattern.compile("[<(\\[]{1,2}(?:https?://|mailto:)[^\\s>)\\]]{1,300}[>)\\]]{1,2}|(?<=\\p{L})https?://\\S{1,300}(?=\\s*$)");
    private static final Pattern RULE = Pattern.compile("(?:[_\\-=—–*] ?){3,}+");
    private static final Pattern BRACKETS = Pattern.compile("[\\[\\]<>|]");

    private static final String MODEL = "[\\p{L}]{0,5}\\d[\\p{L}\\d.+-]{0,12}";
    private static final Pattern THING = Phrases.pattern(Phrases.any("brand") + "|" + Phrases.any("product"));
    private static final Pattern PRODUCT = Phrases.pattern(Phrases.any("product"));
    private static final Pattern DEVICE = Phrases.pattern(THING.pattern() + "|" + Phrases.any("generic"));
    private static final Pattern WORDS = Phrases.pattern("(?:(?:" + THING.pattern() + "|" + Phrases.any("generic") + "|"
            + Phrases.any("filler") + "|" + MODEL + ")[\\s,.'/®™()-]{0,3})++");
    private static final Pattern EXCUSE = Phrases.pattern("[.,;:!–-]?\\s{0,3}(?:" + Phrases.any("excuse") + ")[.!]?");
    private static final Pattern WORTH_A_LOOK = Phrases.pattern(DEVICE.pattern() + "|" + fixed());
    private static final List<Template> TEMPLATES = Phrases.of("sent").stream().map(Template::of).toList();

    private Closing() {}

    /** Whether a signature begins below this line. */
    public static boolean opensSignature(String line) {
        return line.equals("-- ") || line.equals("--");
    }

    /** How many of the last lines no person wrote: "Sent from my iPhone", or a rule. */
    public static int length(List<String> lines) {
        StringBuilder joined = new StringBuilder();
        for (int i = 1; i <= Math.min(MOST_LINES, lines.size()); i++) {
            String line = lines.get(lines.size() - i);
            if (line.isBlank() || line.startsWith(">") || joined.length() + line.length() > 3 * LONGEST) {
                return 0;
            }
            joined.insert(0, line + " ");
            if (i == 1 && RULE.matcher(line.strip()).matches() || isMadeByProgram(joined.toString())) {
                return i;
            }
        }
        return 0;
    }

    /** Whether a program praises itself in that line alone. */
    public static boolean isPraise(String line) {
        return line.length() <= 3 * LONGEST && isMadeByProgram(line);
    }

    private static boolean isMadeByProgram(String line) {
        String plain = BRACKETS.matcher(LINK.matcher(line).replaceAll(" ")).replaceAll(" ").replace("*", "")
                .replaceAll("^\\s*\\((.*)\\)\\s*$", "$1").replace('’', '\'').replaceAll("\\s+", " ").replace(" .", ".").strip();
        if (plain.isEmpty() || plain.length() > LONGEST || !WORTH_A_LOOK.matcher(plain).find()) {
            return false;
        }
        return TEMPLATES.stream().anyMatch(template -> template.matches(plain)) || EXCUSE.matcher(plain).matches();
    }

    private static String fixed() {
        return Phrases.any(Phrases.of("sent").stream().filter(phrase -> phrase.indexOf('{') < 0)
                .collect(Collectors.toSet())) + "|" + Phrases.any("excuse");
    }

    /** A phrase of the table, in parts: what stands before the name of a thing, and after it. */
    private record Template(Pattern whole, Pattern thing, boolean ends) {

        static Template of(String phrase) {
            int open = phrase.indexOf('{');
            if (open < 0) {
                return new Template(Phrases.pattern(Phrases.literal(phrase)), null, true);
            }
            int close = phrase.indexOf('}');
            String kind = phrase.substring(open + 1, close);
            Pattern whole = Phrases.pattern(spaced(phrase.substring(0, open)) + "(?<thing>.{1,80}?)"
                    + spaced(phrase.substring(close + 1)));
            return new Template(whole, kind.equals("device") ? DEVICE : kind.equals("product") ? PRODUCT : THING,
                    !kind.equals("product"));
        }

        boolean matches(String line) {
            if (!ends && line.endsWith(".")) {
                return false;
            }
            Matcher begin = whole.matcher(line);
            if (begin.matches() && fits(begin)) {
                return true;
            }
            Matcher excuse = EXCUSE.matcher(line);
            for (int end = line.length(); ends && end > 0; end--) {
                char last = line.charAt(end - 1);
                boolean mayEnd = end < line.length() ? ".,;:!–-".indexOf(line.charAt(end)) >= 0 : last == '.';
                if (mayEnd && (end == line.length() || excuse.region(end, line.length()).matches()
                        || line.substring(end).equals("."))) {
                    Matcher part = whole.matcher(line.substring(0, end == line.length() ? end - 1 : end));
                    if (part.matches() && fits(part)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean fits(Matcher found) {
            if (thing == null) {
                return true;
            }
            String name = found.group("thing");
            return WORDS.matcher(name).matches() && thing.matcher(name).find();
        }

        private static String spaced(String phrase) {
            String literal = phrase.isBlank() ? "" : Phrases.literal(phrase.strip());
            return phrase.endsWith(" ") ? literal + "\\s{1,3}" : phrase.startsWith(" ") ? "\\s{1,3}" + literal : literal;
        }
    }
}
