// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.quote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What mail programs write of their own accord, in many languages: the table {@code phrases.properties} beside this class. */
final class Phrases {
    static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Map<String, Set<String>> BY_KIND = new HashMap<>();
    private static final Set<String> TAGS = new TreeSet<>();
    private static final String ANY_LANGUAGE = "any";
    private static final Pattern SPELLED = Pattern.compile("[\\p{L}\\p{N}](?:.*[\\p{L}\\p{N}])?");
    private static final Pattern UNPARTED = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");

    static {
        Properties table = read();
        for (String name : table.stringPropertyNames()) {
            String[] key = name.split("\\.", 2);
            TAGS.add(key[0]);
            for (String phrase : table.getProperty(name).split("\\|")) {
                if (!phrase.isBlank()) {
                    BY_KIND.computeIfAbsent(key[1], kind -> new TreeSet<>()).add(phrase.strip());
                }
            }
        }
        TAGS.remove(ANY_LANGUAGE);
    }

    private Phrases() {}

    /** The language tags of the table. */
    static Set<String> languages() {
        return TAGS;
    }

    /** All phrases of a kind, whatever their language. */
    static Set<String> of(String kind) {
        return BY_KIND.get(kind);
    }

    /** All words of the phrases of some kinds, in small letters. */
    static Set<String> words(String... kinds) {
        return Stream.of(kinds).flatMap(kind -> of(kind).stream()).flatMap(phrase -> Stream.of(phrase.split("[^\\p{L}]+")))
                .map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** A pattern, without groups, of any phrase of a kind, standing for itself as a word where its script parts words. */
    static String any(String kind) {
        return any(of(kind));
    }

    /** The same for any of the phrases. */
    static String any(Set<String> phrases) {
        return "(?:(?<![\\p{L}\\p{N}])" + alternatives(phrases.stream().filter(Phrases::isParted))
                + "(?![\\p{L}\\p{N}])|" + alternatives(phrases.stream().filter(phrase -> !isParted(phrase))) + ")";
    }

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, FLAGS);
    }

    /** The characters of a phrase as a pattern, any space for a space. */
    static String literal(String phrase) {
        StringBuilder regex = new StringBuilder();
        for (String word : phrase.split(" ")) {
            regex.append(regex.length() == 0 ? "" : "\\s{1,3}").append(Pattern.quote(word));
        }
        return regex.toString();
    }

    private static boolean isParted(String phrase) {
        return SPELLED.matcher(phrase).matches() && !UNPARTED.matcher(phrase).find();
    }

    /** The longest first; where there is none, nothing matches. */
    private static String alternatives(Stream<String> phrases) {
        return phrases.sorted(Comparator.comparingInt(String::length).reversed()).map(Phrases::literal)
                .collect(Collectors.collectingAndThen(Collectors.joining("|", "(?:", ")"),
                        all -> all.equals("(?:)") ? "(?!)" : all));
    }

    private static Properties read() {
        Properties table = new Properties();
        try (Reader in = new InputStreamReader(Phrases.class.getResourceAsStream("phrases.properties"), UTF_8)) {
            table.load(in);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
