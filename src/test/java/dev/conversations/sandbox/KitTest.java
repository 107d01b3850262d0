// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the extension gives a test of routes. */
class KitTest extends CamelTestSupport {

    @RegisterExtension
    static final SandboxExtension TWILIO = new SandboxExtension();

    private static final String SHOP = "+15559990000";
    private static final String CUSTOMER = "+15551230001";

    private final List<WebhookEvent> heard = new CopyOnWriteArrayList<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return TWILIO.connect(super.createCamelContext());
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/all").routeId("all")
                        .process(exchange -> heard.add(exchange.getMessage().getBody(WebhookEvent.class)))
                        .filter(simple("${body.eventType} == 'onMessageAdded' && ${body.author} != 'shop'"))
                        .setHeader("CamelTwilioConversationsConversationSid", simple("${body.conversationSid}"))
                        .setBody(simple("Thank you for: ${body.body}"))
                        .to("twilio-conversations:messages/create?author=shop");
                Stream.of(EventType.values()).filter(EventType::before).forEach(event ->
                        from("twilio-conversations:events/" + event.event()).routeId(event.event()).to("direct:hear"));
                from("direct:hear").process(exchange -> heard.add(exchange.getMessage().getBody(WebhookEvent.class)));
            }
        };
    }

    @Test
    void aRouteThatReceivesIsTested() {
        TWILIO.listen(SHOP);
        TWILIO.awaitRegistered(context);
        Phone.Sent sent = TWILIO.phone(CUSTOMER).writes("Hello");

        assertThat(TWILIO.phone(CUSTOMER).awaitReceived(1)).singleElement().satisfies(received -> {
            assertThat(received.from()).isEqualTo(SHOP);
            assertThat(received.body()).isEqualTo("Thank you for: Hello");
        });
        assertThat(TWILIO.awaitCalls("messages/create", 1)).singleElement().satisfies(call -> {
            assertThat(call.argument("body")).isEqualTo("Thank you for: Hello");
            assertThat(call.argument("conversationSid")).isEqualTo(sent.conversationSid());
            assertThat(call.status()).isEqualTo(201);
            assertThat(call.toString()).contains("messages/create").doesNotContain("Hello");
        });
        assertThat(TWILIO.awaitWebhooks(EventType.ON_MESSAGE_ADDED, 1)).first().satisfies(webhook -> {
            assertThat(webhook.parameter("Body")).isEqualTo("Hello");
            assertThat(webhook.status()).isEqualTo(200);
            assertThat(webhook.toString()).contains("onMessageAdded").doesNotContain("Hello");
        });
        TWILIO.phone(CUSTOMER).writes("Again");
        assertThat(TWILIO.phone(CUSTOMER).awaitReceived(2)).extracting(Phone.Received::body)
                .containsExactly("Thank you for: Hello", "Thank you for: Again");
    }

    @Test
    void nothingOfTheTestBeforeIsThere() {
        TWILIO.listen(SHOP);
        TWILIO.listen(SHOP);
        TWILIO.awaitRegistered(context);

        assertThat(TWILIO.phone(CUSTOMER).received()).isEmpty();
        assertThat(TWILIO.webhooks()).isEmpty();
        assertThat(TWILIO.calls()).extracting(ReceivedCall::operation).doesNotContain("messages/create");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventIsFiredWithFieldsOfChoice(EventType event) {
        TWILIO.awaitRegistered(context);
        List<SentWebhook> sent = TWILIO.fire(event, Map.of("Attributes", "{\"vip\":true}", "Unheard", "of", "Author", "shop"));

        assertThat(sent).singleElement().satisfies(webhook -> {
            assertThat(webhook.event()).isEqualTo(event.event());
            assertThat(webhook.status()).isEqualTo(200);
        });
        assertThat(heard).singleElement().satisfies(received -> {
            assertThat(received.eventType()).isEqualTo(event.event());
            assertThat(received.parameter("Attributes")).isEqualTo("{\"vip\":true}");
            assertThat(received.parameter("Unheard")).isEqualTo("of");
            assertThat(event.sids()).allSatisfy(sid -> assertThat(received.parameter(sid)).hasSize(34));
        });
    }

    @Test
    void whatARouteAnswersIsSeen() throws Exception {
        context.getRouteController().stopRoute("onMessageAdd");
        context.removeRoute("onMessageAdd");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdd").setBody(constant(Map.of("body", "(removed)")));
            }
        });
        TWILIO.awaitRegistered(context);

        assertThat(TWILIO.fire(EventType.ON_MESSAGE_ADD, Map.of("Body", "spam"))).singleElement()
                .satisfies(asked -> assertThat(asked.answer()).isEqualTo("{\"body\":\"(removed)\"}"));
    }

    @Test
    void aFieldInAnotherCaseAndAnEventThatNobodyHearsAreRefused() throws Exception {
        assertThatThrownBy(() -> TWILIO.fire(EventType.ON_MESSAGE_ADDED, Map.of("body", "x")))
                .hasMessage("Field body of onMessageAdded is written Body");
        try (Sandbox empty = Sandbox.start()) {
            assertThatThrownBy(() -> empty.fire(EventType.ON_USER_ADDED, Map.of()))
                    .hasMessageStartingWith("Nobody is told of onUserAdded: let a route receive it with registration=ACCOUNT");
        }
    }

    @Test
    void whoWritesToNobodyOrToSeveralHearsSo() {
        try (Sandbox other = Sandbox.start()) {
            Phone phone = other.phone(CUSTOMER);
            assertThatThrownBy(() -> phone.writes("x")).hasMessageContaining("listen(address)").message().doesNotContain("555");
            other.listen(SHOP);
            other.listen("whatsapp:" + SHOP);
            assertThat(phone.writes("x").messageSid()).startsWith("IM");
            other.forget();
            other.listen("+15559990001");
            assertThatThrownBy(() -> phone.writes("x")).hasMessageContaining("send(to, body)").message().doesNotContain("555");
            phone.send("+15559990001", "to the second");
            assertThat(phone.writes("to the second again").messageSid()).startsWith("IM");
            assertThatThrownBy(() -> other.listen("nobody")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("address of a channel");
        }
    }

    @Test
    void whatIsWaitedForInVainIsToldWithWhatThereWas() throws Exception {
        try (Sandbox hasty = Sandbox.start(SandboxOptions.defaults().withPatience(Duration.ofMillis(50)))) {
            assertThatThrownBy(() -> hasty.awaitCalls("messages/create", 1)).isInstanceOf(AssertionError.class)
                    .hasMessage("messages/create was called 0 times, not 1, within 50 ms; the calls were [], the webhooks []");
            assertThatThrownBy(() -> hasty.awaitCalls("message/create", 1)).hasMessageStartingWith("There is no operation message/create");
            assertThatThrownBy(() -> hasty.awaitWebhooks(EventType.ON_USER_ADDED, 1)).isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("onUserAdded was told 0 times, not 1");
            assertThatThrownBy(() -> hasty.phone(CUSTOMER).awaitReceived(1)).isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("The phone received 0 messages, not 1");
            assertThatThrownBy(() -> hasty.awaitRegistered(context)).isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("Route all was not told of its events, as its registration is ");
        }
    }

    @Test
    void aContextInWhichNobodyRegistersIsToldAtOnce() throws Exception {
        try (CamelContext silent = new DefaultCamelContext()) {
            silent.start();
            assertThatThrownBy(() -> TWILIO.awaitRegistered(silent)).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("registration=ACCOUNT and publicUrl").hasMessageContaining("connect(context)");
        }
    }

    @Test
    void theOptionsAreThereAsProperties() {
        assertThat(TWILIO.properties("http://localhost:8080")).containsOnly(
                Map.entry("camel.component.twilio-conversations.base-uri", TWILIO.sandbox().baseUri().toString()),
                Map.entry("camel.component.twilio-conversations.account-sid", TWILIO.sandbox().accountSid()),
                Map.entry("camel.component.twilio-conversations.auth-token", TWILIO.sandbox().authToken()),
                Map.entry("camel.component.twilio-conversations.public-url", "http://localhost:8080"),
                Map.entry("camel.component.twilio-conversations.registration", "ACCOUNT"));
        assertThat(TWILIO.properties(null)).hasSize(3);
    }
}
