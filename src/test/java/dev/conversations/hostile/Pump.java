// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that make a pattern look back, and how often it looks at their characters: that is its work, whatever the machine.
 *
 * @param whole whether the pattern has to fit the whole text, and is not searched for in it
 */
record Pump(Pattern pattern, boolean whole) {

    /** Looks at a character of a text, on and on: more than this says that there is no end. */
    private static final long ENOUGH = 40_000_000;
    private static final List<String> USUAL = List.of("a", "A", "0", " ", "\n", "-", ".", "@", "/", "<", "\"", "a ", "a.", "a@", "0-");
    private static final List<String> ENDS = List.of("", "\u0001", "x\u0001");
    private static final int MOST_SEEDS = 60;

    /** The most looks at characters that any text of about that length takes. */
    long most(int length) {
        long most = 0;
        for (String begin : beginnings()) {
            for (String seed : seeds()) {
                for (String end : ENDS) {
                    most = Math.max(most, looks(begin + seed.repeat(length / seed.length()) + end));
                }
            }
        }
        return most;
    }

    long looks(String text) {
        Counted counted = new Counted(text, 0, text.length(), new long[1]);
        Matcher matcher = pattern.matcher(counted);
        try {
            if (whole) {
                matcher.matches();
            } else {
                while (matcher.find()) {
                    // to the last one
                }
            }
            return counted.looks[0];
        } catch (Enough e) {
            return ENOUGH;
        }
    }

    /** What stands before all else in the pattern, as far as it is plain text, and something of a parameter. */
    private Set<String> beginnings() {
        Matcher plain = Pattern.compile("[\\w:/\"<=]*").matcher(pattern.pattern());
        plain.lookingAt();
        return new LinkedHashSet<>(List.of("", plain.group(), "a=x"));
    }

    /** What the pattern names, one by one and in pairs, and what usually repeats. */
    private Set<String> seeds() {
        Set<String> seeds = new LinkedHashSet<>(USUAL);
        String named = pattern.pattern().replaceAll("\\\\[a-zA-Z](\\{\\w+})?|[\\[\\](){}^$*+?|\\\\]+", " ");
        for (int i = 0; i < named.length() && seeds.size() < MOST_SEEDS; i++) {
            seeds.add(named.substring(i, i + 1));
            seeds.add(named.substring(i, Math.min(i + 2, named.length())));
        }
        return seeds;
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    private record Counted(String text, int from, int to, long[] looks) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++looks[0] >= ENOUGH) {
                throw new Enough();
            }
            return text.charAt(from + index);
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text, from + start, from + end, looks);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
