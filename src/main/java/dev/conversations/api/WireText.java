package dev.conversations.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The values of options as Twilio wants them written. */
final class WireText {

    private WireText() {}

    /**
     * The texts of a value, one for every time its name is sent.
     *
     * @throws IllegalArgumentException naming the option and what its values are
     */
    static List<String> of(Option option, Object value) {
        return switch (option.type()) {
            case LIST -> items(option, value, true);
            case JSON_LIST -> items(option, value, false);
            default -> List.of(checked(option, one(option, value)));
        };
    }

    private static List<String> items(Option option, Object value, boolean commas) {
        Collection<?> items = value instanceof Collection<?> collection ? collection
                : value instanceof Object[] array ? Arrays.asList(array)
                : value instanceof String text && commas ? List.of(text.trim().split("\\s*,\\s*"))
                : List.of(value);
        List<String> texts = new ArrayList<>(items.size());
        for (Object item : items) {
            if (item == null) {
                throw wrong(option, "must hold no null");
            }
            texts.add(checked(option, commas || item instanceof String ? item.toString() : Json.text(item)));
        }
        return texts;
    }

    private static String one(Option option, Object value) {
        if (option.type() != Option.Type.JSON && (value instanceof Collection<?> || value instanceof Map<?, ?>)) {
            throw wrong(option, "takes one value, not several");
        }
        return switch (option.type()) {
            case INTEGER -> integer(option, value);
            case BOOLEAN -> bool(option, value);
            case DATETIME -> datetime(option, value);
            case DURATION -> duration(option, value);
            case JSON -> value instanceof CharSequence ? value.toString() : Json.text(value);
            default -> value.toString();
        };
    }

    private static String integer(Option option, Object value) {
        try {
            return String.valueOf(value instanceof Number number && Math.rint(number.doubleValue()) == number.doubleValue()
                    ? number.longValue()
                    : Long.parseLong(value.toString().trim()));
        } catch (NumberFormatException e) {
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
            } else if (!text.matches("P[0-9A-Z.]*T[0-9A-Z.]+")) {
                throw new DateTimeParseException("no duration", text, 0);
            }
            return text;
        } catch (DateTimeParseException e) {
            throw wrong(option, "must be an ISO 8601 duration such as PT10M or P1D");
        }
    }

    private static String checked(Option option, String text) {
        if (!option.values().isEmpty() && option.values().stream().noneMatch(text::equalsIgnoreCase)) {
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

    static void checkSid(Option option, String text) {
        if (!text.matches(option.prefix() + "[0-9a-fA-F]{32}")) {
            throw wrong(option, "must be a SID: %s and 32 hexadecimal digits".formatted(option.prefix()));
        }
    }

    private static IllegalArgumentException wrong(Option option, String rule) {
        return new IllegalArgumentException("Option " + option.name() + " " + rule);
    }
}
