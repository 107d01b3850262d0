// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.Queues;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.delivery.SteeringHeaders.Spelling;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.camel.ProducerTemplate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class KafkaTest {
    private static final String SHOP = "+15559990000";
    private static final String[] TOPICS = {"conversations.events", "conversations.commands", "conversations.replies",
        "conversations.dead-letters", "conversations.status"};

    private static final EmbeddedKafkaBroker KAFKA = new EmbeddedKafkaKraftBroker(1, 3, TOPICS);
    private static RunningBridge bridge;
    private static Sandbox sandbox;
    private static KafkaProducer<String, String> producer;
    private static KafkaConsumer<String, String> consumer;

    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        KAFKA.afterPropertiesSet();
        Map<String, Object> server = Map.of("bootstrap.servers", KAFKA.getBrokersAsString());
        producer = new KafkaProducer<>(server, new StringSerializer(), new StringSerializer());
        Map<String, Object> reader = new HashMap<>(server);
        reader.putAll(Map.of("group.id", "test", "auto.offset.reset", "earliest"));
        consumer = new KafkaConsumer<>(reader, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of("conversations.events", "conversations.replies", "conversations.dead-letters"));
        bridge = RunningBridge.start(Map.of("KAFKA_ENABLED", "true", "REPLIES_WEBHOOKS", "true",
                "KAFKA_BROKERS", KAFKA.getBrokersAsString()));
        sandbox = bridge.sandbox();
    }

    @AfterAll
    static void stop() {
        bridge.close();
        producer.close();
        consumer.close();
        KAFKA.destroy();
    }

    @Test
    void anEventIsACloudEventUnderTheKeyOfItsConversation() throws Exception {
        Phone customer = sandbox.phone("+15551230001");
        Phone.Sent first = customer.send(SHOP, "Héllo");
        Phone.Sent second = customer.send(SHOP, "Anybody there?");

        ConsumerRecord<String, String> event = event(second.messageSid());
        assertThat(event.key()).isEqualTo(first.conversationSid());
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(event, "ce_id")).contains(second.messageSid());
        assertThat(header(event, "ce_type")).isEqualTo("com.twilio.conversations.message.added");
        assertThat(header(event, "ce_source")).contains(sandbox.accountSid());
        assertThat(header(event, "ce_subject")).isEqualTo(second.conversationSid());
        assertThat(header(event, "ce_time")).isNotBlank();
        assertThat(header(event, "content-type")).isEqualTo("application/json");
        assertThat(event.headers().toArray()).extracting(Header::key).noneMatch(name -> name.startsWith("Camel"));

        ConsumerRecord<String, String> before = event(first.messageSid());
        assertThat(Json.readObject(before.value().getBytes(UTF_8))).containsEntry("Body", "Héllo");
        assertThat(before.partition()).isEqualTo(event.partition());
        assertThat(before.offset()).isLessThan(event.offset());
    }

    @Test
    void aCommandIsDoneAnsweredAndItsMessageDoesNotGoOutAgain() throws Exception {
        Phone customer = sandbox.phone("+15551230002");
        Phone.Sent sent = customer.send(SHOP, "Hello");
        command(sent.conversationSid(), """
                {"id": "7", "operation": "messages/create",
                 "arguments": {"conversationSid": "%s", "author": "shop", "body": "Yes?"}}"""
                .formatted(sent.conversationSid()));

        await().until(() -> customer.received().size() == 1);
        ConsumerRecord<String, String> reply = reply("7");
        assertThat(reply.key()).isEqualTo(sent.conversationSid());
        String sid = ((Map<?, ?>) Json.readObject(reply.value().getBytes(UTF_8)).get("result")).get("sid").toString();
        assertThat(customer.received().get(0).messageSid()).isEqualTo(sid);

        event(customer.send(SHOP, "Thank you").messageSid());
        assertThat(seen).noneMatch(record -> isAddedWith(record, sid));
    }

    @Test
    void anyOperationCanBeCommanded() {
        command("a", "{\"id\": \"list\", \"operation\": \"roles/list\", \"arguments\": {\"limit\": 2}}");
        command("a", "{\"operation\": \"conversations/create\", \"arguments\": {\"uniqueName\": \"order-1\"}}");
        command("a", "{\"id\": \"fetch\", \"operation\": \"conversations/fetch\", \"arguments\": {\"sid\": \"order-1\"}}");
        command("a", "{\"id\": \"gone\", \"operation\": \"conversations/delete\", \"arguments\": {\"sid\": \"order-1\"}}");

        assertThat(reply("list").value()).contains("\"sid\":\"RL");
        assertThat(reply("fetch").value()).contains("\"unique_name\":\"order-1\"");
        assertThat(reply("gone").value()).isEqualTo(
                "{\"id\":\"gone\",\"operation\":\"conversations/delete\",\"result\":null}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Hello | The command is no JSON object",
        "{'operation':'messages/shout','arguments':{}} | There is no operation messages/shout",
        "{'operation':'messages/create','arguments':{'conversationSid':'CH1','text':'Secret'}} | messages/create has no option text",
        "{'operation':'messages/create','arguments':{'body':'Secret'}} | conversationSid",
        "{'operation':'users/fetch','arguments':{'sid':'US0123456789abcdef0123456789abcdef'}} | users/fetch: 404"
    })
    void whatCannotBeDoneIsKeptOnATopicWithTheReasonAndTheNextCommandIsDone(String command, String reason) {
        String json = command.replace('\'', '"');
        String key = "dead " + json.hashCode();
        command(key, json);
        command(key, "{\"id\": \"" + key + "\", \"operation\": \"users/list\", \"arguments\": {}}");

        ConsumerRecord<String, String> dead = next(record ->
                record.topic().equals("conversations.dead-letters") && key.equals(record.key()));
        assertThat(dead.value()).isEqualTo(json);
        assertThat(header(dead, "BridgeReason")).contains(reason).doesNotContain("Secret");
        assertThat(header(dead, "BridgeRoute")).isEqualTo("kafka-to-command");
        reply(key);
    }

    @Test
    void aRecordWithoutAValueIsKeptAndTheNextCommandIsDone() {
        command("tombstone", null);
        command("tombstone", "{\"id\": \"after\", \"operation\": \"users/list\", \"arguments\": {}}");

        ConsumerRecord<String, String> dead = next(record ->
                record.topic().equals("conversations.dead-letters") && "tombstone".equals(record.key()));
        assertThat(dead.value()).isNull();
        assertThat(header(dead, "BridgeReason")).isEqualTo(
                "The command is no JSON object with operation and arguments.");
        reply("after");
    }

    @ParameterizedTest
    @EnumSource
    void noHeaderOfARecordOrAMessageSteers(Spelling spelling) throws Exception {
        String key = "steered " + spelling;
        Map<String, Object> event = Map.of("EventType", "onMessageAdded", "Source", "SMS", "Author", "+15551230009",
                "Body", key, "ConversationSid", "CH0123456789abcdef0123456789abcdef", "MessageSid", "IM" + key.hashCode(),
                "AccountSid", sandbox.accountSid(), "DateCreated", "2026-01-02T03:04:05.000Z");
        try (SteeringHeaders headers = new SteeringHeaders()) {
            steered(headers.spelt(spelling), key, "Hello");
            steered(headers.spelt(spelling), key,
                    "{\"id\": \"" + key + "\", \"operation\": \"roles/list\", \"arguments\": {}}");
            new Queues(bridge).put("conversations.kafka", Json.text(event), headers.ofQueue(spelling));

            ConsumerRecord<String, String> dead = next(record ->
                    record.topic().equals("conversations.dead-letters") && key.equals(record.key()));
            assertThat(dead.value()).isEqualTo("Hello");
            assertThat(dead.headers().toArray()).extracting(Header::key).containsExactlyInAnyOrder(
                    "BridgeReason", "BridgeRoute", "BridgeReplay", "BridgeKey", "BridgeSignature");
            assertThat(reply(key).key()).isEqualTo(key);
            assertThat(reply(key).headers()).isEmpty();
            ConsumerRecord<String, String> sent = event("IM" + key.hashCode());
            assertThat(sent.key()).isEqualTo("CH0123456789abcdef0123456789abcdef");
            assertThat(sent.headers().toArray()).extracting(Header::key).containsExactlyInAnyOrder("ce_specversion",
                    "ce_id", "ce_type", "ce_source", "ce_subject", "ce_time", "content-type");
            assertThat(consumer.listTopics()).doesNotContainKey(SteeringHeaders.STRANGER);
            assertThat(headers.isVisited()).isFalse();
        }
    }

    @Test
    void aCommandThatIsTriedAgainKeepsTheKeyThatTheBridgeSignedAndNoOther() throws Exception {
        command("again", "{\"operation\":\"messages/create\",\"arguments\":{\"conversationSid\":\"later\",\"body\":\"Yes\"}}");
        ConsumerRecord<String, String> dead = next(record ->
                record.topic().equals("conversations.dead-letters") && "again".equals(record.key()));
        assertThat(header(dead, "BridgeReplay")).isEqualTo("kafka:conversations.commands");
        Phone customer = sandbox.phone("+15551230008");
        name(customer.send(SHOP, "Hello").conversationSid(), "later");
        for (int times = 0; times < 2; times++) {
            producer.send(new ProducerRecord<>("conversations.commands", null, "again", dead.value(), dead.headers()));
        }
        command("again", "{\"id\": \"done\", \"operation\": \"roles/list\", \"arguments\": {}}");

        reply("done");
        assertThat(customer.received()).extracting(Phone.Received::body).containsExactly("Yes");
        ProducerRecord<String, String> forged = new ProducerRecord<>("conversations.commands", "again",
                dead.value().replace("Yes", "No"));
        dead.headers().forEach(forged.headers()::add);
        producer.send(forged);
        await().untilAsserted(() ->
                assertThat(customer.received()).extracting(Phone.Received::body).containsExactly("Yes", "No"));
    }

    private static void name(String sid, String name) throws Exception {
        try (ProducerTemplate twilio = bridge.camel().createProducerTemplate()) {
            twilio.requestBody("twilio-conversations:conversations/update", Map.of("sid", sid, "uniqueName", name));
        }
    }

    private static void steered(Map<String, String> headers, String key, String json) {
        ProducerRecord<String, String> record = new ProducerRecord<>("conversations.commands", key, json);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        producer.send(record);
        producer.flush();
    }

    private static void command(String key, String json) {
        producer.send(new ProducerRecord<>("conversations.commands", key, json));
        producer.flush();
    }

    private ConsumerRecord<String, String> event(String messageSid) {
        return next(record -> isAddedWith(record, messageSid));
    }

    private static boolean isAddedWith(ConsumerRecord<String, String> record, String messageSid) {
        return record.topic().equals("conversations.events") && record.value().contains(messageSid)
                && header(record, "ce_type").endsWith("message.added");
    }

    private ConsumerRecord<String, String> reply(String id) {
        return next(record -> record.topic().equals("conversations.replies")
                && record.value().startsWith("{\"id\":\"" + id + "\""));
    }

    private ConsumerRecord<String, String> next(Predicate<ConsumerRecord<String, String>> wanted) {
        return await().atMost(Duration.ofSeconds(15)).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
            return seen.stream().filter(wanted).findFirst();
        }, found -> found.isPresent()).orElseThrow();
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
