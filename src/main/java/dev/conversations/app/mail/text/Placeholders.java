// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What mail programs write into plain text where the HTML shows a picture: {@code [image: dent.png]},
 * {@code [cid:dent@x]}, and on a line of its own {@code [dent.png]} or {@code <dent.png>}.
 */
public final class Placeholders {
    private static final Pattern LABELLED = Pattern.compile(
            "[ \\t]{0,3}\\[(?:image: ?|cid:)([^\\[\\]]{1,300})\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALONE = Pattern.compile(
            "^[ \\t]{0,3}[\\[<]([^\\[\\]<>]{1,300})[\\]>][ \\t]{0,3}$", Pattern.MULTILINE);

    private Placeholders() {}

    /**
     * The text without those that stand for a picture of the mail.
     *
     * @param names of the pictures: names of files, Content-IDs, descriptions
     */
    public static String removed(String text, Set<String> names) {
        return removed(ALONE, removed(LABELLED, text, names), names);
    }

    /** A name as it is compared, since programs break lines in it. */
    public static String name(String name) {
        return name.replaceAll("\\s+", " ").strip();
    }

    private static String removed(Pattern placeholder, String text, Set<String> names) {
        return placeholder.matcher(text).replaceAll(found ->
                names.contains(name(found.group(1))) ? "" : Matcher.quoteReplacement(found.group()));
    }
}
