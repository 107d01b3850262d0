// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.mask;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Option;
import dev.conversations.api.text.Json;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes credentials and personal data out of a text that somebody else wrote, however they are spelled there: escaped
 * for URLs, JSON or HTML, more than once, in another case. SIDs stay.
 */
public final class Mask {

    private static final String STARS = "***";
    /** An address of a channel, of whatever form, or WhatsApp's id of a person without it, such as {@code US.13491208655302741918}. */
    private static final String OPAQUE = "\\b(?i:whatsapp|messenger|rcs|urn:mbid):[^\\s<>\"',;/]+"
            + "|(?<![0-9A-Za-z])[A-Z]{2}\\.(?:ENT\\.)?(?=[A-Za-z]*\\d)[0-9A-Za-z]{6,128}";
    private static final Pattern ID = Pattern.compile(OPAQUE);
    private static final Pattern ADDRESS = Pattern.compile(OPAQUE + "|\\+?\\d[\\d ()./-]{5,}\\d|//[^\\s/@]+@");
    /** What may be a mail address, if there is an {@code @} within and a dot behind it: a pattern that says all that looks back too often. */
    private static final Pattern MAIL = Pattern.compile("[^\\s<>\"',;:/]++");
    private static final Pattern SID = Pattern.compile("(?<![0-9A-Za-z])[A-Z]{2}[0-9a-fA-F]{32}(?![0-9A-Za-z])");
    /** What ends a line, or hides what stands before it. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final int MOST_ESCAPED = 3;
    private static final int LONGEST_READ = 5_000;
    private static final int LONGEST = 500;
    /** A shorter value is masked where it stands alone only, since other words contain it. */
    private static final int SHORT = 4;

    private final Set<String> values = new TreeSet<>();

    private Mask() {}

    /** What is secret or personal in a call. */
    public static Mask of(Operation operation, Map<String, ?> arguments) {
        Mask mask = new Mask();
        arguments.forEach((name, value) -> {
            Option option = operation.options().get(name);
            if (option != null && (!option.showable() || !isShowable(option, value))) {
                mask.add(value);
                mask.addJson(value);
            }
        });
        return mask;
    }

    /** These values. */
    public static Mask of(Object... values) {
        Mask mask = new Mask();
        for (Object value : values) {
            mask.add(value);
        }
        return mask;
    }

    /** The text without them, and without whatever looks like a phone number, a mail address or an address of another channel; not too long, and one line. */
    public String apply(String text) {
        String read = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
        BitSet hidden = new BitSet(read.length());
        Spelled spelled = Spelled.plain(read);
        for (int escaped = 0; escaped <= MOST_ESCAPED; escaped++) {
            hideValues(spelled.folded(), hidden);
            hideAddresses(spelled, hidden);
            Spelled unescaped = spelled.unescaped();
            if (unescaped.text().equals(spelled.text())) {
                break;
            }
            spelled = unescaped;
        }
        String masked = CONTROL.matcher(without(read, hidden)).replaceAll(" ");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "..." : masked;
    }

    /** What names a thing may be the name of a person, unless it is its SID; a URL may hold a password or a token. */
    private static boolean isShowable(Option option, Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().allMatch(one -> isShowable(option, one));
        }
        String text = String.valueOf(value);
        return option.place() == Option.Place.PATH || option.name().endsWith("Sid")
                ? SID.matcher(text).matches()
                : !text.contains("@") && !text.contains("?") && !ID.matcher(text).find()
                        && !SID.matcher(text).replaceAll("").matches(".*\\d{7}.*");
    }

    private void add(Object value) {
        if (value instanceof Collection<?> several) {
            several.forEach(this::add);
        } else if (value instanceof Object[] several) {
            Arrays.asList(several).forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                add(NAME.matcher(String.valueOf(key)).matches() ? null : key);
                add(one);
            });
        } else if (value != null && !(value instanceof Boolean)) {
            String folded = Spelled.folded(value.toString()).strip();
            if (folded.length() > 1) {
                values.add(folded);
            }
        }
    }

    private void addJson(Object value) {
        if (value instanceof Collection<?> several) {
            several.forEach(this::addJson);
        } else {
            add(Json.parsed(value));
        }
    }

    private void hideValues(Spelled folded, BitSet hidden) {
        String text = folded.text();
        for (String value : values) {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
                int end = at + value.length();
                if (value.length() >= SHORT || isAlone(text, at, end)) {
                    hidden.set(folded.start(at), folded.end(end - 1));
                }
            }
        }
    }

    private static boolean isAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static void hideAddresses(Spelled spelled, BitSet hidden) {
        BitSet sids = new BitSet();
        SID.matcher(spelled.text()).results().forEach(sid -> sids.set(sid.start(), sid.end()));
        Stream.concat(
                        ADDRESS.matcher(spelled.text()).results(),
                        MAIL.matcher(spelled.text()).results().filter(word -> isMail(word.group())))
                .filter(address -> !sids.get(address.start()) || !sids.get(address.end() - 1))
                .forEach(address -> hidden.set(spelled.start(address.start()), spelled.end(address.end() - 1)));
    }

    private static boolean isMail(String word) {
        int at = word.indexOf('@', 1);
        return at > 0 && word.lastIndexOf('.', word.length() - 2) > at + 1;
    }

    private static String without(String text, BitSet hidden) {
        StringBuilder masked = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int start = hidden.nextSetBit(at);
            if (start < 0) {
                return masked.append(text, at, text.length()).toString();
            }
            masked.append(text, at, start).append(STARS);
            at = hidden.nextClearBit(start);
        }
        return masked.toString();
    }
}
