// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A Kafka on a free port, and what is written to the topic of the example. */
public final class KafkaStandIn implements StandIn {
    private static final String TOPIC = "conversations.whatsapp";

    private final EmbeddedKafkaBroker broker;
    private final KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> records = new CopyOnWriteArrayList<>();
    private final Thread reader;

    /** @param watcher is told of every record */
    public KafkaStandIn(Consumer<ConsumerRecord<String, String>> watcher) {
        broker = new EmbeddedKafkaKraftBroker(1, 1, TOPIC);
        broker.afterPropertiesSet();
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", broker.getBrokersAsString(), "group.id", "watcher",
                "auto.offset.reset", "earliest"), new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(TOPIC));
        reader = new Thread(() -> read(watcher), "kafka-watcher");
        reader.start();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("sandbox.kafka-brokers", broker.getBrokersAsString());
    }

    public List<ConsumerRecord<String, String>> records() {
        return records;
    }

    private void read(Consumer<ConsumerRecord<String, String>> watcher) {
        try (consumer) {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> {
                    records.add(record);
                    watcher.accept(record);
                });
            }
        } catch (WakeupException closed) {
            // As close() wants it.
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        broker.destroy();
    }
}
