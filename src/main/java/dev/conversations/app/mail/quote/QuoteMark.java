// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.quote;

import java.util.regex.Pattern;

/** Where a text that was HTML had a marker of a mail program: characters of no text, each on a line of its own. */
public final class QuoteMark {
    /** In place of the sentence above a quote. */
    public static final char HEADER = '\ufdd2';
    /** All that follows is the answered mail. */
    public static final char END = '\ufdd3';

    private static final Pattern LINE = Pattern.compile("(?m)^(?:> )?[" + HEADER + END + "]$\n?");
    private static final Pattern MARK = Pattern.compile("[" + HEADER + END + "]");

    private QuoteMark() {}

    /** The text without marks. */
    public static String removed(String text) {
        return MARK.matcher(LINE.matcher(text).replaceAll("")).replaceAll("");
    }
}
