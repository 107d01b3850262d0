// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.webhook.DeliveryVerdict;
import dev.conversations.webhook.DeliveryVerdict.Progress;
import dev.conversations.webhook.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Message;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveriesTest {
    private static final String ROUTE = """
            - route:
                from:
                  uri: twilio-conversations:events/onDeliveryUpdated
                  steps:
                    - choice:
                        when:
                          - simple: "${header.CamelTwilioConversationsEventRetry} == 'LATER'"
                            steps:
                              - to: mock:again
                          - simple: "${body.verdict.retry} == 'CHANGED' && ${header.CamelTwilioConversationsEventErrorCode} == 63016"
                            steps:
                              - to: mock:template
                          - simple: "${header.CamelTwilioConversationsEventFinal} == true && ${body.status} != 'delivered'"
                            steps:
                              - to: mock:lost
                        otherwise:
                          steps:
                            - to: mock:else
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "undelivered | 30003 | again    | LATER    | true", "failed      | 63018 | again    | LATER    | true",
        "undelivered | 63016 | template | CHANGED  | true", "failed      | 21610 | lost     | NEVER    | true",
        "failed      | 77777 | lost     | UNKNOWN  | true", "failed      |       | lost     | UNKNOWN  | true",
        "delivered   |       | else     | NEEDLESS | true", "sent        |       | else     | NEEDLESS | false",
        "teleported  | 30003 | else     | UNKNOWN  | false"})
    void aRouteChoosesByTheVerdict(String status, Integer code, String way, String retry, boolean settled) throws Exception {
        try (Webhooks webhooks = Webhooks.with(context -> PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.fromString("route.yaml", ROUTE)))) {
            Map<String, List<String>> event = new LinkedHashMap<>(
                    Webhooks.event("onDeliveryUpdated", "DeliveryReceiptSid", "DY1", "Status", status));
            if (code != null) {
                event.put("ErrorCode", List.of(code.toString()));
            }

            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);

            Message message = webhooks.mock(way).getExchanges().get(0).getMessage();
            assertThat(message.getHeader(ConversationsHeaders.EVENT_STATUS)).isEqualTo(status);
            assertThat(message.getHeader(ConversationsHeaders.EVENT_ERROR_CODE)).isEqualTo(code);
            assertThat(message.getHeader(ConversationsHeaders.EVENT_RETRY)).isEqualTo(retry);
            assertThat(message.getHeader(ConversationsHeaders.EVENT_FINAL)).isEqualTo(settled);
        }
    }

    @Test
    void inJavaTheVerdictIsTyped() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onDeliveryUpdated")) {
            webhooks.tell(Webhooks.event("onDeliveryUpdated", "Status", "undelivered", "ErrorCode", "30005"));

            DeliveryVerdict verdict = webhooks.mock("events").getExchanges().get(0).getMessage()
                    .getBody(WebhookEvent.class).verdict();
            assertThat(verdict.progress()).isEqualTo(Progress.FAILED);
            assertThat(verdict.isRetryable()).isFalse();
            assertThat(verdict.source()).isEqualTo("https://www.twilio.com/docs/api/errors/30005");
        }
    }

    @Test
    void otherEventsBearNoVerdict() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            webhooks.tell(Webhooks.event("onMessageAdded", "Status", "failed", "ErrorCode", "30003"));

            assertThat(webhooks.mock("events").getExchanges().get(0).getMessage().getHeaders())
                    .doesNotContainKeys(ConversationsHeaders.EVENT_STATUS, ConversationsHeaders.EVENT_ERROR_CODE,
                            ConversationsHeaders.EVENT_FINAL, ConversationsHeaders.EVENT_RETRY);
        }
    }
}
