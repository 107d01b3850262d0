// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which people and CRMs write the phone number that Twilio writes as {@code +15551230001}. */
final class PhoneNumber {
    private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1([2-9]\\d{2})(\\d{3})(\\d{4})");
    private static final Pattern LOCAL_NORTH_AMERICAN = Pattern.compile("1?([2-9]\\d{9})");
    private static final Pattern WRITTEN = Pattern.compile("[+(]?[\\d ().\\-/\\u00a0]{6,40}");
    private static final Pattern TWILIOS = Pattern.compile("\\+\\d{1,15}");
    private static final List<String> STYLES = List.of("(%s) %s-%s", "%s-%s-%s", "%s.%s.%s", "%s %s %s", "%s%s%s");

    private static final List<String> PREFIXES = List.of("+1", "", "+1 ", "+1-", "1", "1 ", "1-");

    private PhoneNumber() {}

    /** Whether it is a number as Twilio writes it. */
    static boolean is(String address) {
        return TWILIOS.matcher(address).matches();
    }

    /** How a CRM may hold the number; of countries other than the USA and Canada only without gaps. */
    static List<String> spellings(String number) {
        Matcher northAmerican = NORTH_AMERICAN.matcher(number);
        if (northAmerican.matches()) {
            List<String> local = STYLES.stream().map(style -> style.formatted(
                    northAmerican.group(1), northAmerican.group(2), northAmerican.group(3))).toList();
            return PREFIXES.stream().flatMap(prefix -> local.stream().map(prefix::concat)).toList();
        }
        return is(number) ? List.of(number, "00" + number.substring(1)) : List.of(number);
    }

    /** The number that somebody wrote, as Twilio writes it; empty when its country is unknown or it is no number. */
    static Optional<String> read(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replace("(0)", "").replaceAll("\\D", "");
        if (text.startsWith("+")) {
            return Optional.of("+" + digits);
        }
        if (digits.startsWith("00")) {
            return Optional.of("+" + digits.substring(2));
        }
        Matcher local = LOCAL_NORTH_AMERICAN.matcher(digits);
        return local.matches() ? Optional.of("+1" + local.group(1)) : Optional.empty();
    }
}
