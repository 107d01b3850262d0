// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.start;

import dev.conversations.webhook.EventType;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.util.TimeUtils;

/** What settings take, by their names. A setting whose name tells nothing takes any text. */
enum Kind {
    PORT(".*\\.(http-)?port", value -> isNumber(value, 0, 65_535),
            "a port is a number from 1 to 65535, or 0 for any free one."),
    SWITCH(".*\\.(enabled|embedded|transacted|webhooks)|scene|repair", value -> value.matches("(?i)true|false"),
            "it can be true or false."),
    AT_ONCE("(.*\\.)?consumers", value -> isNumber(value, 1, 200), "it is a number from 1 to 200."),
    SIZE("mail\\.max-.*", value -> isNumber(value, 1, Integer.MAX_VALUE),
            "it is a number of bytes, such as 10485760, and at most 2147483647."),
    TIMES("retries", value -> isNumber(value, 0, 1_000), "it is a number from 0 to 1000."),
    TIME(".*delay", Kind::isTime, "it is a time, such as 500ms, 10s or 1m."),
    URL("(.*\\.)?(public-url|base-uri|login-url)|hubspot\\.url", Kind::isUrl,
            "it is a URL that begins with https:// or http://."),
    SECURITY("(smtp|imap)\\.security", value -> Set.of("tls", "starttls", "none").contains(value),
            "it can be tls, starttls or none."),
    REGISTRATION("twilio\\.registration", value -> value.matches("(?i)none|account|service|conversation"),
            "it can be none, account, service or conversation."),
    EVENTS("kafka\\.events", value -> Stream.of(value.split(",")).allMatch(Kind::isEvent),
            "it is a list of Twilio's events, such as onMessageAdded,onDeliveryUpdated."),
    QUEUE("queue\\..*|kafka\\.topic\\..*", value -> value.matches("[\\w.:/-]+"),
            "it is a name of letters, digits, '.', ':', '/', '-' and '_'."),
    ADDRESS("mail\\.(support|bridge|dead-letters)", value -> value.matches("[^\\s@<>\",;]+@[^\\s@<>\",;]+"), null),
    NUMBER("sandbox\\.number", value -> value.matches("\\+[1-9]\\d{4,14}"), null);

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    private final Pattern names;
    private final Predicate<String> fits;
    private final String words;

    /** @param words what it can be; null where the value is personal and is not repeated */
    Kind(String names, Predicate<String> fits, String words) {
        this.names = Pattern.compile(names);
        this.fits = fits;
        this.words = words;
    }

    /**
     * Checks a value.
     *
     * @param name of the setting, without what all begin with
     * @param called how people call it
     * @throws StartFailure when the setting does not take it
     */
    static void check(String name, String called, String value) {
        for (Kind kind : values()) {
            if (kind.names.matcher(name).matches() && !kind.fits.test(value)) {
                throw kind.refusal(called, value);
            }
        }
    }

    /** In one line, whatever the value holds. */
    private StartFailure refusal(String called, String value) {
        return new StartFailure(switch (this) {
            case ADDRESS -> called + " is no mail address: it is one such as support@shop.example, without a name.";
            case NUMBER -> called + " is no phone number: it is one such as +15559990000.";
            default -> called + " is '" + CONTROL.matcher(value).replaceAll(" ") + "': " + words;
        });
    }

    private static boolean isNumber(String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isTime(String value) {
        try {
            Duration time = TimeUtils.toDuration(value);
            return !time.isNegative() && !time.isZero();
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean isUrl(String value) {
        try {
            URI url = URI.create(value);
            return url.getHost() != null && Set.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isEvent(String name) {
        return Stream.of(EventType.values()).anyMatch(type -> type.event().equals(name.trim()));
    }
}
