// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.quote;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a mail was sent, as programs write it: told by its parts, since no two programs write it alike. */
final class SentDate {
    private static final List<TextStyle> STYLES = List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT,
            TextStyle.SHORT_STANDALONE);
    private static final String NUMBERS = "(?<![\\p{L}\\p{N}])(?:\\d{1,2}(?:[./-]|\\. )\\d{1,2}(?:[./-]|\\. )\\d{2,4}"
            + "|\\d{4}(?:[./-]|\\. )\\d{1,2}(?:[./-]|\\. )\\d{1,2}|\\d{4}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日일])(?!\\d)";
    private static final String ORDINAL = "(?:st|nd|rd|th|er|º|ª|\\.)?";

    private static final Set<String> MONTHS = new HashSet<>(Set.of("sept", "mär", "mrz", "fév", "févr", "gen", "set"));
    private static final Set<String> DAYS = new HashSet<>();
    private static final Set<String> LONG_DAYS = new HashSet<>();

    static {
        for (String language : Phrases.languages()) {
            Locale locale = Locale.forLanguageTag(language);
            for (TextStyle style : STYLES) {
                for (Month month : Month.values()) {
                    add(MONTHS, month.getDisplayName(style, locale));
                }
                for (DayOfWeek day : DayOfWeek.values()) {
                    add(DAYS, day.getDisplayName(style, locale));
                    if (style == TextStyle.FULL) {
                        add(LONG_DAYS, day.getDisplayName(style, locale));
                    }
                }
            }
        }
    }

    private static final Pattern DATE = Pattern.compile(NUMBERS);
    private static final Pattern NUMBER_AND_WORD = Phrases.pattern("(?<!\\d)\\d{1,2}" + ORDINAL + ",?[ -]?(?:de )?(?<name>\\p{L}++)");
    private static final Pattern WORD_AND_NUMBER = Phrases.pattern("(?<!\\p{L})(?<name>\\p{L}++)\\.?[ -]\\d{1,2}" + ORDINAL + "(?!\\d)");
    private static final Pattern TIME = Phrases.pattern("(?<![\\d./-])(?:[01]?\\d|2[0-3])(?:[:h]|\\.(?!\\d\\d\\.))[0-5]\\d(?!\\d|[./-]\\d)"
            + "|(?<!\\d)\\d{1,2} ?(?:時|时|点|點|시)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}-]++");
    private static final Pattern START = Phrases.pattern("[\"'(<\\[]?(?:\\d{1,2}:\\d\\d\\b|\\d{1,4}" + ORDINAL + "[./年 -]|(?<name>[\\p{L}-]++)[.,]{0,2} ).*");

    private SentDate() {}

    /** Whether it names a day of a month. */
    static boolean hasDate(String text) {
        return hasDigit(text) && (DATE.matcher(text).find() || has(NUMBER_AND_WORD, MONTHS, text)
                || has(WORD_AND_NUMBER, MONTHS, text));
    }

    static boolean hasTime(String text) {
        return hasDigit(text) && TIME.matcher(text).find();
    }

    static boolean hasYear(String text) {
        return hasDigit(text) && YEAR.matcher(text).find();
    }

    /** Whether it names a day of the week in full. */
    static boolean hasDay(String text) {
        return WORD.matcher(text).results().anyMatch(word -> LONG_DAYS.contains(word.group().toLowerCase(Locale.ROOT)));
    }

    static boolean begins(String text) {
        Matcher start = START.matcher(text);
        return start.matches() && (start.group("name") == null || isName(start.group("name").toLowerCase(Locale.ROOT)));
    }

    /** Whether the word, in small letters, is the name of a day or a month. */
    static boolean isName(String word) {
        return DAYS.contains(word) || MONTHS.contains(word);
    }

    private static boolean has(Pattern pattern, Set<String> names, String text) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (names.contains(found.group("name").toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static void add(Set<String> names, String name) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (!bare.isBlank() && !bare.matches("\\d+")) {
            names.add(bare.toLowerCase(Locale.ROOT));
        }
    }
}
