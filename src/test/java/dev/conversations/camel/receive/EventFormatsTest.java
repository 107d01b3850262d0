// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.webhook.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConverter;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFormatsTest {
    private static final WebhookEvent EVENT = WebhookEvent.parse("EventType=onMessageAdded&AccountSid=AC1"
            + "&ChatServiceSid=IS1&ConversationSid=CH1&MessageSid=IM1&Body=%C3%BC"
            + "&DateCreated=2026-01-02T03:04:05.678Z&Attributes=%7B%22a%22:1%7D");
    private static final String JSON = """
            {"EventType":"onMessageAdded","AccountSid":"AC1","ChatServiceSid":"IS1",\
            "ConversationSid":"CH1","MessageSid":"IM1","Body":"ü",\
            "DateCreated":"2026-01-02T03:04:05.678Z","Attributes":{"a":1}}""";

    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:json").marshal().json(JsonLibrary.Jackson).to("mock:out");
                from("direct:cloud").transformDataType("twilio-conversations:application-cloudevents").to("mock:out");
                from("direct:json-cloud").marshal().json(JsonLibrary.Jackson).to("direct:cloud");
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void anEventIsAMapAndJsonAndAnEventAgain() {
        TypeConverter converter = context.getTypeConverter();

        assertThat(converter.convertTo(Map.class, EVENT)).isEqualTo(EVENT.toMap());
        assertThat(converter.convertTo(String.class, EVENT)).isEqualTo(JSON);
        assertThat(new String(converter.convertTo(byte[].class, EVENT), StandardCharsets.UTF_8)).isEqualTo(JSON);
        assertThat(converter.convertTo(WebhookEvent.class, EVENT.toMap())).isEqualTo(EVENT);
        assertThat(converter.convertTo(WebhookEvent.class, JSON)).isEqualTo(EVENT);
    }

    @Test
    void theJsonDataFormatWritesTheSame() {
        assertThat(send("direct:json").getIn().getBody(String.class)).isEqualTo(JSON);
    }

    @Test
    void anEventBecomesACloudEvent() {
        Exchange exchange = send("direct:cloud");

        assertThat(exchange.getIn().getBody(String.class)).isEqualTo(JSON);
        assertThat(exchange.getIn().getHeaders())
                .containsEntry("CamelCloudEventVersion", "1.0")
                .containsEntry("CamelCloudEventID", "onMessageAdded/IM1")
                .containsEntry("CamelCloudEventType", "com.twilio.conversations.message.added")
                .containsEntry("CamelCloudEventSource", "//conversations.twilio.com/AC1/IS1")
                .containsEntry("CamelCloudEventSubject", "CH1")
                .containsEntry("CamelCloudEventTime", "2026-01-02T03:04:05.678Z")
                .containsEntry("CamelCloudEventDataContentType", "application/json")
                .containsEntry("Content-Type", "application/json");
    }

    @Test
    void anEventThatIsJsonAlreadyBecomesTheSameCloudEvent() {
        assertThat(send("direct:json-cloud").getIn().getHeaders())
                .containsEntry("CamelCloudEventID", "onMessageAdded/IM1");
    }

    @Test
    void aStateChangeHasItsOwnTime() {
        assertThat(sent("EventType=onConversationStateUpdated&ConversationSid=CH1&DateCreated=2026-01-02T03:04:05.678Z"
                + "&DateUpdated=2026-01-02T03:04:06Z&StateUpdated=2026-02-03T04:05:06.789Z"))
                .containsEntry("CamelCloudEventTime", "2026-02-03T04:05:06.789Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "EventType=onConversationAdded&DateCreated=2026-01-02T03:04:05.678Z&DateUpdated=2026-01-02T03:04:06.000Z | EventType=onConversationAdded&DateCreated=2026-01-02T03:04:05.678Z",
        "EventType=onMessageAdded&DateCreated=2026-01-02T03:04:05.000Z | EventType=onMessageAdded&DateCreated=2026-01-02T03:04:05Z",
        "EventType=onMessageAdded&DateCreated=2026-01-02T03:04:05.5Z | EventType=onMessageAdded&DateCreated=2026-01-02T04:04:05.500%2B01:00",
        "EventType=onUserUpdated&DateCreated=2026-01-01T00:00:00Z&DateUpdated=2026-01-02T03:04:05Z | EventType=onUserUpdated&DateUpdated=2026-01-02T03:04:05Z",
        "EventType=onParticipantRemoved&DateRemoved=2026-01-02T03:04:05Z&DateUpdated=2026-01-01T00:00:00Z | EventType=onParticipantRemoved&DateRemoved=2026-01-02T03:04:05Z"})
    void anEventToldByAWebhookAndByEventStreamsHasOneTime(String webhook, String stream) {
        assertThat(sent(webhook).get("CamelCloudEventTime")).isNotNull().isEqualTo(sent(stream).get("CamelCloudEventTime"));
    }

    @Test
    void whatHasNoDateHasNoTimeRatherThanAnotherEachTimeItIsTold() {
        assertThat(sent("EventType=onUserUpdated&UserSid=US1&isOnline=true")).doesNotContainKey("CamelCloudEventTime");
        assertThat(sent("EventType=onMessageAdd&ConversationSid=CH1")).containsKey("CamelCloudEventTime");
    }

    private Map<String, Object> sent(String form) {
        MockEndpoint out = context.getEndpoint("mock:out", MockEndpoint.class);
        out.reset();
        context.createProducerTemplate().sendBody("direct:cloud", WebhookEvent.parse(form));
        return out.getExchanges().get(0).getIn().getHeaders();
    }

    private Exchange send(String uri) {
        context.createProducerTemplate().sendBody(uri, EVENT);
        return context.getEndpoint("mock:out", MockEndpoint.class).getExchanges().get(0);
    }
}
