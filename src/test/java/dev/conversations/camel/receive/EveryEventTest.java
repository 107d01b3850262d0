// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event has a route of its own, and all of them share a path. */
class EveryEventTest {
    private static Webhooks webhooks;

    @BeforeAll
    static void start() throws Exception {
        webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                Stream.of(EventType.values()).map(EventType::event).forEach(event ->
                        from("twilio-conversations:events/" + event).to("mock:" + event));
                from("twilio-conversations:events/all").to("mock:all");
            }
        });
    }

    @AfterAll
    static void stop() throws Exception {
        webhooks.close();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void reachesItsRouteWithAllItsParameters(EventType type) throws Exception {
        Map<String, List<String>> event = Webhooks.event(type.event(), "Unheard-Of", "1");
        type.parameters().forEach(name -> event.putIfAbsent(name, List.of(name + " of " + type)));
        int all = webhooks.mock("all").getReceivedCounter();

        assertThat(webhooks.tell(event).body()).isEqualTo(type.before() ? "{}" : "");
        assertThat(webhooks.get(event).statusCode()).isEqualTo(200);

        List<Exchange> exchanges = webhooks.mock(type.event()).getExchanges();
        assertThat(exchanges).hasSize(type.before() ? 2 : 1);
        assertThat(exchanges.get(0).getIn().getBody(WebhookEvent.class).parameters()).isEqualTo(event);
        assertThat(exchanges.get(0).getIn().getHeader(ConversationsHeaders.EVENT_TYPE)).isEqualTo(type.event());
        assertThat(webhooks.mock("all").getReceivedCounter() - all).isEqualTo(type.before() ? 0 : 1);
    }

    static Stream<EventType> ofSomething() {
        return Stream.of(EventType.values()).filter(type -> type.sid() != null);
    }

    @ParameterizedTest
    @MethodSource("ofSomething")
    void anEventWithoutTheSidOfWhatItIsAboutIsRefused(EventType type) throws Exception {
        Map<String, List<String>> event = Webhooks.event(type.event());
        for (String sid : type.sids()) {
            Map<String, List<String>> without = new LinkedHashMap<>(event);
            without.remove(sid);
            assertThat(webhooks.tell(without).statusCode()).as(sid).isEqualTo(400);
            assertThat(webhooks.get(without).statusCode()).as(sid).isEqualTo(400);
            for (String blank : new String[] {"", " "}) {
                without.put(sid, List.of(blank));
                assertThat(webhooks.tell(without).statusCode()).as(sid).isEqualTo(400);
            }
        }
    }
}
