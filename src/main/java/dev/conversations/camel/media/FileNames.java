// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files that came from outside, made harmless. */
final class FileNames {

    private static final int LONGEST = 200;

    /**
     * What could hide or break out: control and formatting characters, such as those that turn the direction of writing, ends of lines,
     * halves of characters. Joiners and tags stay, since Persian words and emoji are made of them.
     */
    private static final Pattern HARMFUL = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}:*?\"<>|&&[^\\u200C\\u200D\\x{E0020}-\\x{E007F}]]");
    private static final Pattern HIDING = Pattern.compile("^[. \\u200C\\u200D]+");
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private FileNames() {}

    /** The last part of a path, without what could hide or break out, and with its last 200 characters at most. Null stays null. */
    static String safe(String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = HIDING.matcher(HARMFUL.matcher(last).replaceAll("_")).replaceFirst("").strip();
        String cut = plain.substring(start(plain));
        return cut.isEmpty() ? "file" : cut;
    }

    /** Where the end begins that is not too long, at what people see as one character. */
    private static int start(String name) {
        int start = 0;
        Matcher characters = CHARACTER.matcher(name);
        while (name.length() - start > LONGEST && characters.find()) {
            start = characters.end();
        }
        return start;
    }
}
