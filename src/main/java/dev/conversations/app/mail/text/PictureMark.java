// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import java.util.List;
import java.util.regex.Pattern;

/** Where a text that was HTML showed a picture of the mail: its Content-ID between two characters of no text. */
public final class PictureMark {
    private static final char BEGIN = '\ufdd0';
    private static final char END = '\ufdd1';
    private static final String MARK = BEGIN + "([^" + BEGIN + END + "]*+)" + END;

    private static final Pattern ANY = Pattern.compile(MARK);
    private static final Pattern OPENING_A_LINE = Pattern.compile("(?m)^((?:> )?)(?:" + MARK + " ?)++");
    private static final Pattern CHARACTERS = Pattern.compile("[" + BEGIN + "-\ufdef]");

    private PictureMark() {}

    static String of(String contentId) {
        return BEGIN + contentId + END;
    }

    /** The Content-IDs of the pictures, in order. */
    static List<String> in(String text) {
        return ANY.matcher(text).results().map(mark -> mark.group(1)).toList();
    }

    /** The text without marks. */
    static String removed(String text) {
        return ANY.matcher(OPENING_A_LINE.matcher(text).replaceAll("$1")).replaceAll("");
    }

    /** What came with a mail, so that nothing in it passes for a mark, of this or another kind. */
    public static String disarmed(String text) {
        return CHARACTERS.matcher(text).replaceAll("");
    }
}
