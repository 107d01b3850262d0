// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.webhook.WebhookEvent;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptOutTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "SMS, STOP, true", "SMS, ' stop ', true", "MMS, StopAll, true", "RCS, Unsubscribe, true", "SMS, cancel, true",
        "SMS, END, true", "SMS, quit, true", "SMS, revoke, true", "SMS, OptOut, true", "SMS, start, false",
        "SMS, unstop, false", "WHATSAPP, stop, true", "WHATSAPP, cancel, -", "WHATSAPP, end, -",
        "SMS, Please stop by at noon., -", "SMS, stop., -", "SMS, '', -", "SMS, -, -", "SDK, STOP, -", "API, STOP, -",
        "EMAIL, STOP, -", "-, STOP, -"
    })
    void isAMessageThatIsNothingButAWordOfTwilio(String source, String text, Boolean out) {
        Map<String, String> event = new HashMap<>(Map.of("EventType", "onMessageAdded"));
        event.put("Source", source);
        event.put("Body", text);

        assertThat(OptOut.in(WebhookEvent.of(event)).orElse(null)).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "undelivered, 21610, true", "failed, 21610, true", "failed, 30005, -", "delivered, -, -", "failed, -, -"
    })
    void isTheErrorOfAMessageToWhoOptedOut(String status, String code, Boolean out) {
        Map<String, String> event = new HashMap<>(Map.of("EventType", "onDeliveryUpdated", "Status", status));
        event.put("ErrorCode", code);

        assertThat(OptOut.in(WebhookEvent.of(event)).orElse(null)).isEqualTo(out);
    }
}
