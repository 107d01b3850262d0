// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.quote;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The subjects by which mail programs call a mail an out-of-office note. */
public final class OutOfOffice {
    private static final Pattern SUBJECT = Phrases.pattern("[\\[(]?(?:(?<sure>" + Phrases.any("away") + ")|" + Phrases.any("absent")
            + ")[\\])]?[.!]{0,3}(?<rest>.*)");
    private static final Pattern UNTIL = Phrases.pattern("[ ,:–—-]{0,3}" + Phrases.any("until") + ".{0,60}\\d.{0,60}");
    private static final Pattern PARTED = Phrases.pattern(" ?[:：–—-].*| (?:re|aw|sv|antw|rif|ref|fw|tr) ?:.*");

    private OutOfOffice() {}

    /**
     * Whether it says so, whatever the language, and nothing that a person would have written as well.
     *
     * @param answered how the subject of the answered mail begins
     */
    public static boolean isSubject(String subject, String answered) {
        Matcher said = SUBJECT.matcher(subject.strip().replaceAll("\\s+", " "));
        if (!said.matches()) {
            return false;
        }
        String rest = said.group("rest");
        return rest.isBlank() || UNTIL.matcher(rest).matches() || PARTED.matcher(rest).matches()
                && (rest.toLowerCase(Locale.ROOT).contains(answered.toLowerCase(Locale.ROOT))
                        || said.group("sure") != null && rest.indexOf('?') < 0);
    }
}
