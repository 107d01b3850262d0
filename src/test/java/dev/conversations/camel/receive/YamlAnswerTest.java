// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** Pre-action events are answered without Java. */
class YamlAnswerTest {
    private static final String ROUTES = """
            - route:
                from:
                  uri: twilio-conversations:events/onMessageAdd
                  steps:
                    - choice:
                        when:
                          - simple: "${body.body} contains 'spam'"
                            steps:
                              - setHeader:
                                  name: CamelTwilioConversationsReplyStatus
                                  constant: 403
                          - simple: "${body.body} contains 'card'"
                            steps:
                              - setBody:
                                  constant: '{"body": "(hidden)", "attributes": {"hidden": true}}'
                              - unmarshal:
                                  json: {}
            """;

    @Test
    void aRouteAcceptsChangesAndRejects() throws Exception {
        try (Webhooks webhooks = Webhooks.with(context ->
                PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("answers.yaml", ROUTES)))) {
            assertThat(tell(webhooks, "hello").body()).isEqualTo("{}");
            assertThat(tell(webhooks, "my card").body())
                    .isEqualTo("{\"body\":\"(hidden)\",\"attributes\":\"{\\\"hidden\\\":true}\"}");
            assertThat(tell(webhooks, "spam").statusCode()).isEqualTo(403);
        }
    }

    private static HttpResponse<String> tell(Webhooks webhooks, String body) throws Exception {
        return webhooks.tell(Webhooks.event("onMessageAdd", "Body", body));
    }
}
