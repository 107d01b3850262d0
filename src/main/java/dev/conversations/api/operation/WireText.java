// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.operation;

import dev.conversations.api.text.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of options as Twilio wants them written. */
public final class WireText {

    private static final Pattern WITH_TIME = Pattern.compile("P[0-9A-SU-Z.]*+T[0-9A-Z.]++");
    private static final int SID_DIGITS = 32;
    private static final Pattern SID = Pattern.compile("(AC|BS|CH|CR|DY|IM|IS|MB|RL|WH)[0-9a-fA-F]{32}");
    private static final Pattern ALMOST_A_SID = Pattern.compile("[0-9A-Za-z]{32}|[0-9a-fA-F]{24,40}");

    private WireText() {}

    /**
     * The texts of a value, one for every time its name is sent.
     *
     * @throws IllegalArgumentException naming the option and what its values are
     */
    static List<String> of(Option option, Object value) {
        return option.takesSeveral() ? several(option, value) : List.of(one(option, value));
    }

    /** As {@link #of} for an option that takes several values. */
    public static List<String> several(Option option, Object value) {
        boolean commas = option.type() == Option.Type.LIST;
        Collection<?> items = value instanceof Collection<?> collection ? collection
                : value instanceof Object[] array ? Arrays.asList(array)
                : value instanceof String text && commas ? separated(text)
                : List.of(value);
        List<String> texts = new ArrayList<>(items.size());
        for (Object item : items) {
            if (item == null) {
                throw wrong(option, "must hold no null");
            }
            texts.add(checked(option, commas || item instanceof String ? item.toString() : json(option, item)));
        }
        return texts;
    }

    /** What stands between commas; nothing follows the last of them. */
    private static List<String> separated(String text) {
        List<String> items = Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toCollection(ArrayList::new));
        while (items.size() > 1 && items.get(items.size() - 1).isEmpty()) {
            items.remove(items.size() - 1);
        }
        return items;
    }

    /** As {@link #of} for an option that takes one value. */
    public static String one(Option option, Object value) {
        return checked(option, text(option, value));
    }

    private static String text(Option option, Object value) {
        if (option.type() != Option.Type.JSON && (value instanceof Collection<?> || value instanceof Map<?, ?>)) {
            throw wrong(option, "takes one value, not several");
        }
        return switch (option.type()) {
            case INTEGER -> integer(option, value);
            case BOOLEAN -> bool(option, value);
            case DATETIME -> datetime(option, value);
            case DURATION -> duration(option, value);
            case JSON -> value instanceof CharSequence ? value.toString() : json(option, value);
            default -> value.toString();
        };
    }

    private static String json(Option option, Object value) {
        try {
            return Json.text(value);
        } catch (IllegalArgumentException e) {
            throw wrong(option, e.getMessage());
        }
    }

    private static String integer(Option option, Object value) {
        try {
            return String.valueOf(value instanceof Number
                    ? new BigDecimal(value.toString()).longValueExact()
                    : Long.parseLong(value.toString().trim()));
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(option, "must be a whole number");
        }
    }

    private static String bool(Option option, Object value) {
        String text = value.toString().trim().toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw wrong(option, "must be true or false");
        }
        return text;
    }

    private static String datetime(Option option, Object value) {
        if (value instanceof CharSequence) {
            return value.toString();
        }
        if (value instanceof Instant instant) {
            return instant.toString();
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime()).toString();
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant().toString();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof LocalDate day) {
            return day.atStartOfDay(ZoneId.of("Z")).toInstant().toString();
        }
        throw wrong(option, "must be an instant, a date or ISO 8601 text");
    }

    private static String duration(Option option, Object value) {
        if (value instanceof Duration || value instanceof Period) {
            return value.toString();
        }
        String text = value.toString().trim().toUpperCase(Locale.ROOT);
        try {
            if (!text.contains("T")) {
                Period.parse(text);
            } else if (!WITH_TIME.matcher(text).matches()) {
                throw new DateTimeParseException("no duration", text, 0);
            }
            return text;
        } catch (DateTimeParseException e) {
            throw wrong(option, "must be an ISO 8601 duration such as PT10M or P1D");
        }
    }

    private static String checked(Option option, String text) {
        if (!option.values().isEmpty() && !isAmong(option.values(), text)) {
            throw wrong(option, "must be one of " + String.join(", ", option.values()));
        }
        if (option.place() == Option.Place.PATH) {
            if (text.isBlank() || text.equals(".") || text.equals("..")) {
                throw wrong(option, "must name something, so it cannot be blank or dots");
            }
            if (option.prefix() != null) {
                checkSid(option, text);
            }
        }
        return text;
    }

    /** No name looks like the SID of another kind of thing, or like one of this kind that has a letter too many, say. */
    static void checkSidOrName(Option option, String text) {
        String prefix = option.namedPrefix();
        boolean meant = SID.matcher(text).matches()
                || text.startsWith(prefix) && ALMOST_A_SID.matcher(text.substring(prefix.length())).matches();
        if (meant && !isSid(prefix, text)) {
            throw wrong(option, "must be a name or a SID: %s and 32 hexadecimal digits".formatted(prefix));
        }
    }

    static void checkSid(Option option, String text) {
        if (!isSid(option.prefix(), text)) {
            throw wrong(option, "must be a SID: %s and 32 hexadecimal digits".formatted(option.prefix()));
        }
    }

    private static boolean isSid(String prefix, String text) {
        boolean right = text.length() == prefix.length() + SID_DIGITS && text.startsWith(prefix);
        for (int i = prefix.length(); right && i < text.length(); i++) {
            right = HexFormat.isHexDigit(text.charAt(i));
        }
        return right;
    }

    private static boolean isAmong(List<String> values, String text) {
        for (String value : values) {
            if (value.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }

    private static IllegalArgumentException wrong(Option option, String rule) {
        return new IllegalArgumentException("Option " + option.name() + " " + rule);
    }
}
