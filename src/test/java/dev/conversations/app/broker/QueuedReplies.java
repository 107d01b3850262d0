// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.Queues;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.delivery.Cable;
import dev.conversations.app.start.Port;
import dev.conversations.model.Conversation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many replies on the queue, for several conversations, with a Twilio that takes its time. */
@Timeout(90)
abstract class QueuedReplies {
    private static final String REPLIES = "conversations.replies";
    private static final int AT_ONCE = 8;

    @TempDir
    Path directory;

    private final Port port = Port.claim(RunningBridge.settings(Map.of()), "bridge.broker.port", "a broker");
    private DistantTwilio twilio;
    private Cable cable;
    private AutoCloseable broker;
    private RunningBridge bridge;

    /** A broker that may write into a directory. */
    abstract AutoCloseable broker(Path directory, Port port) throws Exception;

    /** The settings that lead to it by way of a port. */
    abstract Map<String, String> settings(int port);

    @BeforeEach
    void start() throws Exception {
        twilio = new DistantTwilio();
        broker = broker(directory, port);
        cable = new Cable();
        cable.lead(port.number());
        Map<String, String> environment = new TreeMap<>(settings(cable.port()));
        environment.putAll(Map.of("TWILIO_ACCOUNT_SID", twilio.sandbox().accountSid(),
                "TWILIO_AUTH_TOKEN", twilio.sandbox().authToken(), "TWILIO_BASE_URI", twilio.base(),
                "PUBLIC_URL", "http://localhost", "EMAIL_ENABLED", "false", "RETRIES", "30", "RETRY_DELAY", "100"));
        bridge = RunningBridge.start(environment);
    }

    @AfterEach
    void stop() throws Exception {
        twilio.close();
        bridge.close();
        cable.close();
        broker.close();
    }

    @Test
    void severalConversationsAreAnsweredAtOnceAndEachInItsOrder() {
        CompletableFuture<Void> all = new CompletableFuture<>();
        List<String> conversations = conversations(AT_ONCE + 1);
        twilio.hold(all);
        IntStream.range(0, 3).forEach(number -> conversations.forEach(each -> reply(each, number)));

        await().until(() -> twilio.held().size() == AT_ONCE);
        all.complete(null);

        conversations.forEach(each -> await().untilAsserted(() ->
                assertThat(twilio.created(each)).containsExactly("0", "1", "2")));
    }

    @Test
    void aConversationInTroubleHoldsUpItselfOnlyAndGoesOnInItsOrder() {
        List<String> conversations = conversations(4);
        String poor = conversations.get(0);
        twilio.troubled().add(poor);
        IntStream.range(0, 5).forEach(number -> reply(poor, number));
        await().until(() -> twilio.refused().contains(poor));
        List<String> others = conversations.subList(1, 4);
        others.forEach(each -> reply(each, 7));

        others.forEach(each -> await().untilAsserted(() -> assertThat(twilio.created(each)).containsExactly("7")));
        assertThat(twilio.created(poor)).isEmpty();
        twilio.troubled().clear();
        await().untilAsserted(() -> assertThat(twilio.created(poor)).containsExactly("0", "1", "2", "3", "4"));
    }

    @Test
    void whatWasAtWorkWhenTheConnectionBrokeComesAgainInItsOrderAndIsSentOnce() throws Exception {
        isSentOnceAndInOrderAfter(() -> {
            cable.cut();
            cable.mend();
        });
    }

    /** Breaks something while replies are at work, which then end well at Twilio. */
    void isSentOnceAndInOrderAfter(Breach breach) throws Exception {
        CompletableFuture<Void> broken = new CompletableFuture<>();
        List<String> conversations = conversations(3);
        twilio.hold(broken);
        IntStream.range(0, 4).forEach(number -> conversations.forEach(each -> reply(each, number)));
        await().until(() -> twilio.held().size() == 3);

        breach.happen();
        broken.complete(null);

        conversations.forEach(each -> await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
                assertThat(twilio.created(each)).containsExactly("0", "1", "2", "3")));
        await().until(() -> new Queues(bridge).waiting(REPLIES).isEmpty());
        assertThat(new Queues(bridge).waiting("conversations.dead-letters")).isEmpty();
        conversations.forEach(each -> assertThat(twilio.created(each)).hasSize(4));
    }

    interface Breach {
        void happen() throws Exception;
    }

    /** Stops the broker and starts it again. */
    void restartBroker() throws Exception {
        broker.close();
        broker = broker(directory, port);
    }

    private List<String> conversations(int number) {
        ProducerTemplate camel = bridge.camel().createProducerTemplate();
        return Stream.generate(() -> camel.requestBody("twilio-conversations:conversations/create", null, Conversation.class)
                .sid()).limit(number).toList();
    }

    private void reply(String conversation, int number) {
        new Queues(bridge).put(REPLIES, "{\"body\":\"%d\",\"conversationSid\":\"%s\"}".formatted(number, conversation));
    }
}
