// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text of which long lines were broken with a space at the end, made whole again.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3676">RFC 3676</a>
 */
public final class FlowedText {
    private static final Pattern LINE = Pattern.compile("(>*) ?(.*)", Pattern.DOTALL);
    private static final String SIGNATURE = "-- ";

    private final StringBuilder text = new StringBuilder();
    private final boolean withoutSpace;
    private int depth = -1;

    private FlowedText(boolean withoutSpace) {
        this.withoutSpace = withoutSpace;
    }

    /** @param withoutSpace whether the space at the end of a broken line is not part of the text (DelSp) */
    public static String joined(String text, boolean withoutSpace) {
        FlowedText flowed = new FlowedText(withoutSpace);
        text.lines().forEach(flowed::add);
        return flowed.text.append('\n').toString();
    }

    private void add(String line) {
        Matcher parts = LINE.matcher(line);
        parts.matches();
        int quotes = parts.group(1).length();
        String words = parts.group(2);
        boolean signature = words.equals(SIGNATURE);
        if (quotes != depth || signature) {
            begin(quotes, words);
        }
        boolean flows = words.endsWith(" ") && !signature;
        text.append(flows && withoutSpace ? words.substring(0, words.length() - 1) : words);
        depth = flows ? quotes : -1;
    }

    private void begin(int quotes, String words) {
        if (text.length() > 0) {
            text.append('\n');
        }
        text.append(">".repeat(quotes));
        if (quotes > 0 || words.startsWith(">")) {
            text.append(' ');
        }
    }
}
