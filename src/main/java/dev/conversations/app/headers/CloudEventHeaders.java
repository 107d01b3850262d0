// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.headers;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;

/**
 * Writes {@code content-type} small on a record, as CloudEvents have it: names of headers differ by case in Kafka, not in
 * Camel, and which case Camel keeps depends on its version.
 */
public final class CloudEventHeaders implements ProducerInterceptor<Object, Object> {
    private static final String IN_CAMEL = "Content-Type";

    @Override
    public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> event) {
        Header type = event.headers().lastHeader(IN_CAMEL);
        if (type != null) {
            event.headers().remove(IN_CAMEL).add("content-type", type.value());
        }
        return event;
    }

    @Override
    public void onAcknowledgement(RecordMetadata place, Exception failure) {}

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
