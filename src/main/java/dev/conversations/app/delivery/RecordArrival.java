package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** A record on a topic of Kafka. Its own headers cannot hide where it lies: Camel lets none in whose name begins so. */
record RecordArrival(Message message) implements Arrival {

    @Override
    public String place() {
        return "kafka:" + of("TOPIC");
    }

    @Override
    public String group() {
        return of("KEY");
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
        return Stream.of("TOPIC", "PARTITION", "OFFSET", "TIMESTAMP").map(this::of).map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String property(String name) {
        Headers headers = message.getHeader("kafka.HEADERS", Headers.class);
        Header last = headers == null ? null : headers.lastHeader(name);
        return last == null || last.value() == null ? null : new String(last.value(), UTF_8);
    }

    private String of(String name) {
        return message.getHeader("kafka." + name, String.class);
    }
}
