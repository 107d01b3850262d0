// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.Queues;
import dev.conversations.app.Queues.Dead;
import dev.conversations.app.RunningBridge;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Bridges at a Kafka that comes and goes, that restart, and that face each other. */
class KafkaOutageTest {
    private static final String SHOP = "+15559990000";
    private static final Duration TWILIO_WAITS = Duration.ofSeconds(5);

    private static Cable cable;
    private static EmbeddedKafkaBroker kafka;

    @BeforeAll
    static void start() throws Exception {
        cable = new Cable();
        kafka = new EmbeddedKafkaKraftBroker(1, 1)
                .brokerProperty("advertised.listeners", "EXTERNAL://localhost:" + cable.port());
        kafka.afterPropertiesSet();
        String address = kafka.getBrokersAsString();
        cable.lead(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
    }

    @AfterAll
    static void stop() {
        kafka.destroy();
        cable.close();
    }

    @Test
    void whatKafkaDoesNotTakeWaitsAndBothWaysFlowAgainInOrder() throws Exception {
        try (Topics topics = topics();
                RunningBridge bridge = bridge("outage", Map.of("RETRIES", "9", "RETRY_DELAY", "100"))) {
            Sandbox sandbox = bridge.sandbox();
            Phone customer = sandbox.phone("+15551230001");
            List<String> sids = new ArrayList<>(List.of(customer.send(SHOP, "Before").messageSid()));
            event(topics, "outage.events", sids.get(0));
            IntStream.range(0, 10).forEach(i -> topics.put("outage.commands", "a", command("c" + i)));

            cable.cut();
            IntStream.range(0, 3).forEach(i -> sids.add(customer.send(SHOP, "Meanwhile " + i).messageSid()));
            await().untilAsserted(() -> assertThat(sandbox.webhooks())
                    .filteredOn(webhook -> webhook.event().equals("onMessageAdded")).hasSize(4)
                    .allMatch(webhook -> webhook.status() == 200));

            cable.mend();
            sids.add(customer.send(SHOP, "After").messageSid());
            List<ConsumerRecord<String, String>> events =
                    sids.stream().map(sid -> event(topics, "outage.events", sid)).toList();
            assertThat(events).extracting(ConsumerRecord::offset).isSorted();
            IntStream.range(0, 10).forEach(i -> reply(topics, "outage.replies", "c" + i));
        }
    }

    @Test
    void whatKafkaNeverTakesIsKeptAndCanBeTriedAgain() throws Exception {
        try (Topics topics = topics(); RunningBridge bridge = bridge("long", Map.of("RETRIES", "0"))) {
            Queues queues = new Queues(bridge);
            Phone customer = bridge.sandbox().phone("+15551230001");
            event(topics, "long.events", customer.send(SHOP, "Before").messageSid());

            cable.cut();
            String sid = customer.send(SHOP, "Hello").messageSid();
            Dead dead = queues.dead();
            assertThat(dead.body()).contains(sid);
            assertThat(dead.route()).isEqualTo("queue-to-kafka");
            assertThat(dead.reason()).isNotBlank();

            cable.mend();
            queues.again(dead);
            event(topics, "long.events", sid);
        }
    }

    @Test
    void aCommandWhoseReplyKafkaDoesNotTakeIsAnsweredLaterAndSendsOneMessage() throws Exception {
        try (Topics topics = topics(); RunningBridge bridge = bridge("late", Map.of())) {
            Sandbox sandbox = bridge.sandbox();
            Phone customer = sandbox.phone("+15551230006");
            String conversation = customer.send(SHOP, "Hello").conversationSid();
            topics.put("late.commands", "a", command("ready"));
            reply(topics, "late.replies", "ready");

            sandbox.throttle(1, Duration.ofSeconds(2));
            topics.put("late.commands", "a", """
                    {"id": "late", "operation": "messages/create",
                     "arguments": {"conversationSid": "%s", "body": "Yes?"}}""".formatted(conversation));
            await().until(() -> bridge.camel().getInflightRepository().size() > 0);
            cable.cut();
            await().until(() -> !customer.received().isEmpty());
            cable.mend();

            reply(topics, "late.replies", "late");
            assertThat(customer.received()).hasSize(1);
            assertThat(topics.of("late.dead-letters")).isEmpty();
        }
    }

    @Test
    void aCommandThatIsUnderWayWhenTheBridgeStopsIsNotLost() throws Exception {
        try (Topics topics = topics()) {
            try (RunningBridge bridge = bridge("restart", Map.of())) {
                topics.put("restart.commands", "a", command("ready"));
                reply(topics, "restart.replies", "ready");
                bridge.sandbox().throttle(1, Duration.ofSeconds(2));
                IntStream.range(0, 5).forEach(i -> topics.put("restart.commands", "a", command("c" + i)));
                await().until(() -> bridge.camel().getInflightRepository().size() > 0);
            }
            try (RunningBridge bridge = bridge("restart", Map.of())) {
                IntStream.range(0, 5).forEach(i -> reply(topics, "restart.replies", "c" + i));
                assertThat(topics.of("restart.dead-letters")).isEmpty();
            }
        }
    }

    @Test
    void bridgesThatFaceEachOtherKeepWhatTheyDoNotUnderstandOnce() throws Exception {
        try (Topics topics = topics();
                RunningBridge left = bridge("left", Map.of("KAFKA_TOPIC_COMMANDS", "right.events"));
                RunningBridge right = bridge("right", Map.of("KAFKA_TOPIC_COMMANDS", "left.events"))) {
            Phone.Sent toLeft = left.sandbox().phone("+15551230002").send(SHOP, "Hello");
            Phone.Sent toRight = right.sandbox().phone("+15551230003").send(SHOP, "Hello");

            assertThat(Topics.header(dead(topics, "right.dead-letters", toLeft), "BridgeReason"))
                    .startsWith("A command has operation, arguments");
            dead(topics, "left.dead-letters", toRight);
            String again = right.sandbox().phone("+15551230003").send(SHOP, "Again").messageSid();
            topics.first("left.dead-letters", record -> record.value().contains(again));

            assertThat(topics.of("left.events")).hasSize(1);
            assertThat(topics.of("right.events")).hasSize(2);
            assertThat(topics.of("right.dead-letters")).hasSize(1);
            assertThat(topics.of("left.dead-letters")).hasSize(2);
            assertThat(topics.of("left.replies")).isEmpty();
            assertThat(topics.of("right.replies")).isEmpty();
        }
    }

    @Test
    void bridgesOnOneTopicForBothWaysKeepEachEventOnceAndDoNotGoRoundInCircles() throws Exception {
        Map<String, String> one = Map.of("KAFKA_TOPIC_COMMANDS", "same.events");
        try (Topics topics = topics();
                RunningBridge first = bridge("same", one);
                RunningBridge second = bridge("same", one)) {
            Phone.Sent toFirst = first.sandbox().phone("+15551230004").send(SHOP, "Hello");
            Phone.Sent toSecond = second.sandbox().phone("+15551230005").send(SHOP, "Hello");
            dead(topics, "same.dead-letters", toFirst);
            dead(topics, "same.dead-letters", toSecond);
            topics.put("same.events", "a", command("last"));
            reply(topics, "same.replies", "last");

            assertThat(topics.of("same.events")).hasSize(3);
            assertThat(topics.of("same.dead-letters")).hasSize(2);
            assertThat(topics.of("same.replies")).hasSize(1);
        }
    }

    private static Topics topics() {
        return new Topics("localhost:" + cable.port());
    }

    private static RunningBridge bridge(String name, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("KAFKA_ENABLED", "true",
                "KAFKA_BROKERS", "localhost:" + cable.port(), "KAFKA_GROUP", name, "KAFKA_EVENTS", "onMessageAdded",
                "KAFKA_TOPIC_EVENTS", name + ".events", "KAFKA_TOPIC_COMMANDS", name + ".commands",
                "KAFKA_TOPIC_REPLIES", name + ".replies", "KAFKA_TOPIC_DEAD_LETTERS", name + ".dead-letters"));
        environment.putAll(more);
        return RunningBridge.start(environment);
    }

    private static String command(String id) {
        return "{\"id\": \"" + id + "\", \"operation\": \"users/list\", \"arguments\": {}}";
    }

    private static ConsumerRecord<String, String> event(Topics topics, String topic, String messageSid) {
        return topics.first(topic, record -> record.value().contains(messageSid));
    }

    private static ConsumerRecord<String, String> dead(Topics topics, String topic, Phone.Sent sent) {
        return topics.first(topic, record -> record.value().contains(sent.messageSid()));
    }

    private static ConsumerRecord<String, String> reply(Topics topics, String topic, String id) {
        return topics.first(topic, record -> record.value().startsWith("{\"id\":\"" + id + "\""));
    }
}
