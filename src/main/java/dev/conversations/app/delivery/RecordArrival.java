// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.app.headers.HeaderNames;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Message;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** A record on a topic of Kafka. Its own headers cannot hide where it lies: Camel lets none in whose name begins so. */
record RecordArrival(Message message) implements Arrival {
    private static final String TOPIC = name("TOPIC");
    private static final String KEY = name("KEY");
    private static final String HEADERS = name("HEADERS");
    private static final List<String> PLACE = List.of(TOPIC, name("PARTITION"), name("OFFSET"), name("TIMESTAMP"));

    @Override
    public String place() {
        return "kafka:" + of(TOPIC);
    }

    @Override
    public String group() {
        return of(KEY);
    }

    @Override
    public byte[] body() {
        return message.getBody(byte[].class);
    }

    @Override
    public boolean isBytes() {
        return true;
    }

    @Override
    public String id() {
        return PLACE.stream().map(this::of).map(String::valueOf).collect(Collectors.joining(" "));
    }

    @Override
    public String property(String name) {
        Headers headers = message.getHeader(HEADERS, Headers.class);
        Header last = headers == null ? null : headers.lastHeader(name);
        return last == null || last.value() == null ? null : new String(last.value(), UTF_8);
    }

    private String of(String name) {
        return message.getHeader(name, String.class);
    }

    private static String name(String constant) {
        return HeaderNames.of("kafka.KafkaConstants." + constant);
    }
}
