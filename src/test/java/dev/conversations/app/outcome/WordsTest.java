// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.webhook.WebhookEvent;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
        "{\"reactions\":{\"heart\":[\"anna\",\"bob\"],\"sad\":[]}} | heart (2)",
        "{\"reactions\":{\"heart\":3}} | heart (3)",
        "{\"reactions\":[\"heart\",\"sad\"]} | heart, sad",
        "{\"reactions\":\"heart\\n\\tX\"} | heart X",
        "{\"reactions\":{}} | -", "{\"reactions\":null} | -", "{} | -", "no JSON | -"
    })
    void reactionsAreThoseOfTheAttributes(String attributes, String words) {
        assertThat(Words.reactions(WebhookEvent.of(Map.of("EventType", "onMessageUpdated", "Attributes", attributes))))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "63016 | More than 24 hours have passed since the person last wrote; a template may be sent. (error 63016)",
        "12345 | What the code means is not known here. (error 12345)", "- | Twilio gave no reason."
    })
    void theReasonIsInWordsWithTheCode(String code, String words) {
        Map<String, String> event = new HashMap<>(Map.of("EventType", "onDeliveryUpdated", "Status", "failed"));
        event.put("ErrorCode", code);

        assertThat(Words.reason(WebhookEvent.of(event))).isEqualTo(words);
    }
}
