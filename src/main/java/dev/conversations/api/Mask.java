package dev.conversations.api;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes credentials and personal data out of a text that Twilio wrote. */
final class Mask {

    private static final String STARS = "***";
    private static final Pattern ADDRESS =
            Pattern.compile("\\+?\\d[\\d ()./-]{5,}\\d|[^\\s<>\"',;:]+@[^\\s<>\"',;:]+\\.[^\\s<>\"',;:]+");
    private static final int LONGEST = 500;

    private Mask() {}

    /** The text without the call's secret and personal values, and without whatever looks like a phone number or mail address. */
    static String of(String text, Operation operation, Map<String, ?> arguments) {
        String masked = text;
        for (Map.Entry<String, ?> argument : arguments.entrySet()) {
            Option option = operation.options().get(argument.getKey());
            if (option != null && !option.showable()) {
                masked = without(masked, argument.getValue());
            }
        }
        return addresses(masked);
    }

    /** The text without whatever looks like a phone number or mail address, and not too long. */
    static String addresses(String text) {
        String masked = ADDRESS.matcher(text).replaceAll(STARS);
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "..." : masked;
    }

    private static String without(String text, Object value) {
        if (value instanceof Collection<?> values) {
            String masked = text;
            for (Object each : values) {
                masked = without(masked, each);
            }
            return masked;
        }
        String secret = String.valueOf(value);
        return secret.length() < 2 ? text : text.replace(secret, STARS);
    }
}
