// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import dev.conversations.app.mail.quote.QuoteHeader;
import dev.conversations.app.mail.quote.QuoteMark;
import java.util.List;
import java.util.regex.Pattern;

/** The text of a mail as lines, and back. */
final class MailLines {
    private static final char FIRST_UNSEEN = '\u200e';
    private static final Pattern UNSEEN = Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private MailLines() {}

    static List<String> of(String mail) {
        return mail.replace("\r\n", "\n").replaceAll("[\\u00a0\\u202f\\u2007]", " ")
                .replaceAll("[\\u200b\\u2060\\ufeff\\ufffc]", "").lines().flatMap(QuoteHeader::parted).toList();
    }

    static String text(List<String> lines) {
        return PictureMark.removed(QuoteMark.removed(String.join("\n", lines))).replaceAll("\n{3,}", "\n\n").strip();
    }

    /** A line as mail programs and people see it. */
    static String bare(String line) {
        return line.chars().allMatch(character -> character < FIRST_UNSEEN)
                ? line
                : UNSEEN.matcher(PictureMark.removed(line)).replaceAll("");
    }
}
