// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import dev.conversations.webhook.WebhookEvent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a message without text and files was, in words: a place, a contact, a sticker; as far as Twilio says. */
public final class BlankMessage {
    private static final int LONGEST = 300;

    private BlankMessage() {}

    /** The text of the event's message or, if it has neither text nor files, words in square brackets for what it was. */
    public static String words(WebhookEvent event) {
        String body = Objects.requireNonNullElse(event.body(), "");
        return body.isBlank() && event.media().isEmpty() ? "[" + described(new Values(event)) + "]" : body;
    }

    private static String described(Values values) {
        String place = values.joined("Label", "Address", "Latitude", "Longitude");
        if (!values.joined("Latitude", "Longitude").isEmpty()) {
            return "a place: " + place;
        }
        String type = values.joined("MessageType");
        if (!type.isEmpty() && !type.equalsIgnoreCase("text")) {
            return "a message without text and files, of the type " + type.toLowerCase(Locale.ROOT);
        }
        String content = values.joined("ContentSid");
        if (!content.isEmpty()) {
            return "a message made of the template " + content;
        }
        String source = values.joined("Source");
        return "a message" + (source.isEmpty() ? "" : " by " + source)
                + " without text and files, such as a place, a contact or a sticker: Twilio does not say more";
    }

    /** Values by name, whatever its capitals. */
    private record Values(Map<String, List<String>> parameters) {
        Values(WebhookEvent event) {
            this(event.parameters().entrySet().stream().collect(Collectors.toMap(
                    entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (first, second) -> first)));
        }

        String joined(String... names) {
            String all = Stream.of(names).map(name -> parameters.get(name.toLowerCase(Locale.ROOT)))
                    .filter(found -> found != null && !found.isEmpty()).map(found -> found.get(0))
                    .map(value -> value.replaceAll("[\\p{Cntrl}\\p{Cf}\\[\\]]+", " ").strip())
                    .filter(value -> !value.isEmpty()).collect(Collectors.joining(", "));
            return all.substring(0, Math.min(all.length(), LONGEST));
        }
    }
}
