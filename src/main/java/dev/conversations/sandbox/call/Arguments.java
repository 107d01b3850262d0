// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Option;
import dev.conversations.api.text.Json;
import dev.conversations.sandbox.call.Shape.Intake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a request says into values by option, and refuses what Twilio would. Unknown parameters are ignored. */
public final class Arguments {

    private Arguments() {}

    /**
     * @param path the options that the path names
     * @param parameters the form or query, by Twilio's names
     * @param headers the headers that options live in, by Twilio's names
     * @throws Refusal when one is missing, malformed or too long
     */
    public static Map<String, Object> read(
            Operation operation, Map<String, String> path, Map<String, List<String>> parameters,
            Map<String, List<String>> headers) {
        Shape shape = Shapes.of(operation.resource().name());
        Map<String, Object> arguments = new LinkedHashMap<>(path);
        for (Option option : operation.options().values()) {
            List<String> texts = switch (option.place()) {
                case PATH -> null;
                case HEADER -> headers.get(option.wire());
                case FORM, QUERY -> parameters.get(option.wire());
            };
            Intake intake = shape.intake(option.name());
            if (texts != null) {
                arguments.put(option.name(), value(option, intake, texts));
            }
            if (option.required() && option.place() == Option.Place.FORM
                    && (texts == null || texts.stream().allMatch(String::isEmpty))) {
                throw Refusal.of(intake.missing(), "Missing required parameter " + option.wire() + " in the post body");
            }
        }
        return arguments;
    }

    /** The value that texts mean for an option. */
    public static Object value(Option option, Intake intake, List<String> texts) {
        String last = texts.get(texts.size() - 1);
        return switch (option.type()) {
            case LIST -> texts.stream().map(text -> text(option, intake, text)).toList();
            case JSON_LIST -> objects(option, intake, texts);
            case STRING -> text(option, intake, last);
            case JSON -> json(option, intake, last);
            case BOOLEAN -> bool(option, intake, last);
            case INTEGER -> integer(option, intake, last);
            case DATETIME -> date(option, intake, last);
            case DURATION -> duration(option, intake, last);
        };
    }

    private static String text(Option option, Intake intake, String text) {
        if (intake.max() > 0 && text.codePointCount(0, text.length()) > intake.max()) {
            throw Refusal.of(intake.tooLong(), option.wire() + " is longer than " + intake.max() + " characters");
        }
        if (option.prefix() != null && !text.isEmpty() && !Sids.is(option.prefix(), text)) {
            throw malformed(option, intake, "a SID that begins with " + option.prefix());
        }
        if (option.values().isEmpty()) {
            return text;
        }
        return option.values().stream().filter(text::equalsIgnoreCase).findFirst()
                .orElseThrow(() -> malformed(option, intake, "one of " + String.join(", ", option.values())));
    }

    private static List<String> objects(Option option, Intake intake, List<String> texts) {
        if (intake.max() > 0 && texts.size() > intake.max()) {
            throw Refusal.of(intake.tooLong(), option.wire() + " is given more than " + intake.max() + " times");
        }
        List<String> objects = new ArrayList<>();
        for (String text : texts) {
            try {
                Json.readObject(text.getBytes(StandardCharsets.UTF_8));
                objects.add(text);
            } catch (IOException e) {
                throw malformed(option, intake, "a JSON object");
            }
        }
        return objects;
    }

    private static String json(Option option, Intake intake, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (intake.max() > 0 && bytes.length > intake.max()) {
            throw Refusal.of(intake.tooLong(), option.wire() + " is longer than " + intake.max() + " bytes");
        }
        try {
            Json.read(bytes, Object.class);
            return text;
        } catch (IOException e) {
            throw malformed(option, intake, "JSON");
        }
    }

    private static Boolean bool(Option option, Intake intake, String text) {
        if (!"true".equalsIgnoreCase(text) && !"false".equalsIgnoreCase(text)) {
            throw malformed(option, intake, "true or false");
        }
        return Boolean.valueOf(text);
    }

    private static Long integer(Option option, Intake intake, String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw malformed(option, intake, "a whole number");
        }
    }

    /** An instant; without a zone it is in UTC. */
    private static Object date(Option option, Intake intake, String text) {
        try {
            TemporalAccessor date =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return date instanceof OffsetDateTime zoned ? zoned.toInstant()
                    : ((LocalDateTime) date).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw malformed(option, intake, "an ISO 8601 date and time");
        }
    }

    private static String duration(Option option, Intake intake, String text) {
        try {
            span(text);
            return text;
        } catch (DateTimeException e) {
            throw malformed(option, intake, "an ISO 8601 duration");
        }
    }

    /**
     * The duration that a text means.
     *
     * @throws DateTimeException when it is none in ISO 8601, in weeks, days or less
     */
    public static Duration span(String text) {
        return text.matches("P\\d{1,4}W") ? Duration.ofDays(7L * Integer.parseInt(text.substring(1, text.length() - 1)))
                : Duration.parse(text);
    }

    private static Refusal malformed(Option option, Intake intake, String expected) {
        return Refusal.of(intake.malformed(), "Invalid parameter " + option.wire() + ": expected " + expected);
    }
}
