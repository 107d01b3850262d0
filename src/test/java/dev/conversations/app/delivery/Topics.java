// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of a Kafka, all that is on them and comes to them. For one thread. */
final class Topics implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;

    Topics(String brokers) {
        Map<String, Object> server = Map.of("bootstrap.servers", brokers);
        producer = new KafkaProducer<>(server, new StringSerializer(), new StringSerializer());
        Map<String, Object> reader = new HashMap<>(server);
        reader.putAll(Map.of(
                "group.id", UUID.randomUUID().toString(), "auto.offset.reset", "earliest", "metadata.max.age.ms", 500));
        consumer = new KafkaConsumer<>(reader, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(Pattern.compile("(?!__).*"));
    }

    void put(String topic, String key, String value) {
        producer.send(new ProducerRecord<>(topic, key, value));
        producer.flush();
    }

    /** What a topic has had so far, in the order in which it was read. */
    List<ConsumerRecord<String, String>> of(String topic) {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        return seen.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    /** The first such record on a topic, waited for. */
    ConsumerRecord<String, String> first(String topic, Predicate<ConsumerRecord<String, String>> wanted) {
        return await().atMost(PATIENCE).until(() -> of(topic).stream().filter(wanted).findFirst(),
                found -> found.isPresent()).orElseThrow();
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        consumer.close();
    }
}
