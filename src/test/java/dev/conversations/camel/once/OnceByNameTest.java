// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.SandboxExtension;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Twilio keeps single by a name of its own: no look-up comes before the call. */
class OnceByNameTest {

    @RegisterExtension
    final SandboxExtension twilio = new SandboxExtension();

    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        context.getRegistry().bind("keys", new MemoryIdempotentRepository());
        twilio.connect(context).start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    static Stream<Operation> creates() {
        return Operations.all().values().stream().filter(operation -> operation.method().equals("create"));
    }

    @ParameterizedTest
    @MethodSource("creates")
    void everyCreateTakesAKeyOrSaysAtStartThatNothingCanBearIt(Operation operation) throws Exception {
        Map<String, Object> uri = new HashMap<>(Map.of("idempotencyKey", "k"));
        operation.options().values().stream().filter(option -> option.name().equals("conversationSid"))
                .forEach(option -> uri.put(option.name(), "CH1"));
        String text = "twilio-conversations:" + operation.name() + "?" + String.join("&",
                uri.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList());
        if (List.of("roles/create", "services/create", "credentials/create", "webhooks/create").contains(operation.name())) {
            assertThatThrownBy(() -> context.getEndpoint(text)).rootCause().hasMessage(
                    operation + " takes no idempotencyKey: nothing tells what it makes from what is there");
        } else {
            try (Producer producer = context.getEndpoint(text).createProducer()) {
                producer.start();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "conversations/create", "conversations/create?uniqueName=order-1", "conversation-with-participants/create",
        "users/create?identity=ann", "addresses/create?type=sms&address=RAW(+15559990001)",
        "participants/create?conversationSid=room&identity=ann",
        "participants/create?conversationSid=room&messagingBindingAddress=RAW(+15551230001)"
                + "&messagingBindingProxyAddress=RAW(+15559990000)"})
    void whatIsThereIsFoundWithAndWithoutARepository(String operation) {
        template.requestBody("twilio-conversations:conversations/create?uniqueName=room", null, Conversation.class);
        Exchange first = send(operation, "key");
        assertThat(made(first)).isTrue();
        Exchange again = send(operation, "key");
        assertThat(made(again)).isFalse();
        assertThat(again.getMessage().getBody()).isEqualTo(first.getMessage().getBody());
        String kept = operation + (operation.contains("?") ? "&" : "?") + "idempotentRepository=#keys";
        for (int i = 0; i < 2; i++) {
            Exchange found = send(kept, "key");
            assertThat(made(found)).isFalse();
            assertThat(found.getMessage().getBody()).isEqualTo(first.getMessage().getBody());
        }
    }

    @Test
    void aConversationIsNamedByItsKeyUnlessItHasAName() {
        assertThat(send("conversations/create", "order-1").getMessage().getBody(Conversation.class).uniqueName())
                .isEqualTo("order-1");
        assertThat(send("conversations/create?uniqueName=mine", "order-2").getMessage().getBody(Conversation.class).uniqueName())
                .isEqualTo("mine");
    }

    @Test
    void whatIsRefusedForAnotherReasonIsRefused() {
        assertThat(send("users/create?identity=" + "x".repeat(257), "k").getException())
                .isInstanceOf(TwilioException.class);
        assertThat(send("participants/create?conversationSid=room", "k").getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("participants/create with idempotencyKey needs option identity or messagingBindingAddress");
    }

    @Test
    void aKeyOrWindowThatIsNoneIsRefusedAtStart() {
        assertThatThrownBy(() -> context.getEndpoint("twilio-conversations:conversations/create?idempotencyKey=RAW( )"))
                .rootCause().hasMessageContaining("idempotencyKey must not be blank");
        assertThatThrownBy(() -> context.getEndpoint(
                "twilio-conversations:conversations/create?idempotencyKey=k&idempotencyWindow=soon"))
                .rootCause().hasMessage("Option idempotencyWindow must be a time such as 12h or 3d");
    }

    private Exchange send(String operation, String key) {
        return template.send("twilio-conversations:" + operation,
                exchange -> exchange.getMessage().setHeader(ConversationsHeaders.IDEMPOTENCY_KEY, key));
    }

    private static Boolean made(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(ConversationsHeaders.MADE, Boolean.class);
    }
}
