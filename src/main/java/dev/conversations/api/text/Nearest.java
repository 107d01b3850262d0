// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody may have meant by another: but for a few letters, their case, and what stands between words. */
public final class Nearest {

    private static final int LONGEST = 64;
    private static final int LETTERS_PER_SLIP = 3;

    private Nearest() {}

    /** A question to end a refusal with; empty when no name is near. */
    public static String question(String name, Collection<String> names) {
        return to(name, names).map(near -> "; did you mean " + near + "?").orElse("");
    }

    /** The longest of those that are nearest, since letters are left out more often than added; empty when all are too far away. */
    public static Optional<String> to(String name, Collection<String> names) {
        String letters = letters(name);
        if (letters.isEmpty() || letters.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, letters.length() / LETTERS_PER_SLIP);
        String nearest = null;
        for (String known : names) {
            int slips = slips(letters, letters(known));
            if (slips < most || slips == most && (nearest == null || known.length() > nearest.length())) {
                nearest = known;
                most = slips;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static String letters(String name) {
        return name.replaceAll("[-_.\\s]", "").toLowerCase(Locale.ROOT);
    }

    /** How many letters are left out, added, mistaken or swapped with the next one. */
    private static int slips(String one, String other) {
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : Math.min(
                        Math.min(slips[i - 1][j], slips[i][j - 1]) + 1,
                        slips[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[one.length()][other.length()];
    }
}
