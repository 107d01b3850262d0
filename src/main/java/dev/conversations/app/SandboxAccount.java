// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import dev.conversations.webhook.EventType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;

/** The account of a sandbox made ready for the bridge, by the same calls that make a real one ready. */
final class SandboxAccount {

    private SandboxAccount() {}

    /**
     * Lets messages to the number open conversations, and tells the bridge of everything that has happened.
     *
     * @param number the number that people write to
     */
    static void prepare(CamelContext camel, String number) throws Exception {
        try (ProducerTemplate twilio = camel.createProducerTemplate()) {
            twilio.requestBody("twilio-conversations:addresses/create", Map.of(
                    "type", "sms",
                    "address", number,
                    "autoCreationEnabled", true,
                    "autoCreationType", "default"));
            twilio.requestBody("twilio-conversations:configuration-webhooks/update", Map.of(
                    "method", "POST",
                    "filters", told(),
                    "postWebhookUrl", camel.resolvePropertyPlaceholders("{{bridge.public-url}}/twilio/conversations")));
        }
    }

    private static List<String> told() {
        return Stream.of(EventType.values()).filter(type -> !type.before()).map(EventType::event).toList();
    }
}
