// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.RunningBridge;
import dev.conversations.sandbox.Phone;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** What became of answers is told on a topic of Kafka. */
class StatusTopicTest {
    private static final String SHOP = "+15559990000";
    private static final String STATUS = "conversations.status";
    private static final int ANSWERS = 5;

    private static final EmbeddedKafkaBroker KAFKA = new EmbeddedKafkaKraftBroker(1, 1, STATUS);

    @BeforeAll
    static void start() {
        KAFKA.afterPropertiesSet();
    }

    @AfterAll
    static void stop() {
        KAFKA.destroy();
    }

    @ParameterizedTest(name = "queues enabled: {0}")
    @ValueSource(strings = {"true", "false"})
    void arrivalsAndFailuresAreThereUnderTheKeyOfTheirConversationEachOnceAndFailuresWithTheirReason(String queues) throws Exception {
        try (RunningBridge bridge = RunningBridge.start(Map.of("KAFKA_ENABLED", "true", "QUEUES_ENABLED", queues,
                        "EMAIL_ENABLED", "false", "KAFKA_BROKERS", KAFKA.getBrokersAsString()));
                Topics topics = new Topics(KAFKA.getBrokersAsString())) {
            Phone customer = bridge.sandbox().phone("+15551230001");
            String conversation = customer.send(SHOP, "Hello").conversationSid();
            answer(topics, conversation);
            ConsumerRecord<String, String> delivered = first(topics, conversation, "delivered");
            assertThat(parameters(delivered)).containsEntry("Final", "true").containsEntry("Retry", "NEEDLESS").doesNotContainKey("Meaning");
            assertThat(Topics.header(delivered, "ce_subject")).isEqualTo(conversation);

            customer.failing(30006);
            IntStream.range(0, ANSWERS).forEach(i -> answer(topics, conversation));
            allFail(topics, conversation);
            assertThat(failures(topics, conversation)).hasSize(ANSWERS).allSatisfy(failed -> assertThat(parameters(failed))
                    .containsEntry("ErrorCode", "30006").containsEntry("Final", "true").containsEntry("Author", "shop").containsKey("Meaning"))
                    .extracting(failed -> parameters(failed).get("MessageSid")).doesNotHaveDuplicates();
        }
    }

    private static void answer(Topics topics, String conversation) {
        topics.put("conversations.commands", conversation, Json.text(Map.of("operation", "messages/create",
                "arguments", Map.of("conversationSid", conversation, "author", "shop", "body", "Yes?"))));
    }

    private static void allFail(Topics topics, String conversation) {
        await().until(() -> failures(topics, conversation).size() >= ANSWERS);
    }

    private static List<ConsumerRecord<String, String>> failures(Topics topics, String conversation) {
        return topics.of(STATUS).stream().filter(record -> is(record, conversation, "undelivered")).toList();
    }

    private static ConsumerRecord<String, String> first(Topics topics, String conversation, String status) {
        return topics.first(STATUS, record -> is(record, conversation, status));
    }

    private static boolean is(ConsumerRecord<String, String> record, String conversation, String status) {
        return conversation.equals(record.key()) && status.equals(parameters(record).get("Status"));
    }

    private static Map<String, Object> parameters(ConsumerRecord<String, String> record) {
        try {
            return Json.readObject(record.value().getBytes(UTF_8));
        } catch (IOException e) {
            throw new AssertionError("No JSON", e);
        }
    }
}
