// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.LoggedLines;
import dev.conversations.app.Queues;
import dev.conversations.app.Queues.Dead;
import dev.conversations.app.RunningBridge;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.StreamMessage;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages that hold neither text nor bytes, on every queue that a bridge reads. */
@Timeout(60)
abstract class UnreadableMessages {
    private static final String SECRET = "+15551230099";

    /** What runs code where it is read. */
    static final class Gadget implements Serializable {
        private static final long serialVersionUID = 1;
        private static final AtomicBoolean RAN = new AtomicBoolean();

        private final String secret = SECRET;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            RAN.set(true);
            in.defaultReadObject();
        }

        @Override
        public String toString() {
            return secret;
        }
    }

    private interface Kind {
        Message of(JMSContext jms) throws JMSException;
    }

    abstract RunningBridge bridge();

    abstract List<String> read();

    @Test
    void anObjectIsNeverMadeFromItsBytes() throws Exception {
        isRefused("an object", jms -> jms.createObjectMessage(new Gadget()));

        assertThat(Gadget.RAN).isFalse();
    }

    @Test
    void setsWithinSetsHoldNobodyUp() throws Exception {
        isRefused("an object", jms -> jms.createObjectMessage(nested()));
    }

    @Test
    void aMapIsNotReadAndStandsInNoLog() throws Exception {
        isRefused("a map", jms -> {
            MapMessage map = jms.createMapMessage();
            map.setString("operation", SECRET);
            return map;
        });
    }

    @Test
    void aStreamIsNotRead() throws Exception {
        isRefused("a stream", jms -> {
            StreamMessage stream = jms.createStreamMessage();
            stream.writeString(SECRET);
            return stream;
        });
    }

    private void isRefused(String kind, Kind message) throws Exception {
        Queues queues = new Queues(bridge());
        try (LoggedLines log = LoggedLines.capture()) {
            for (String queue : read()) {
                try (JMSContext jms = bridge().connectionFactory().createContext()) {
                    jms.createProducer().send(jms.createQueue(queue), message.of(jms));
                }
                Dead dead = queues.dead();
                assertThat(dead.reason()).as(queue)
                        .isEqualTo("The message holds " + kind + ", which is never read; it can hold text or bytes.");
                assertThat(dead.body()).isEmpty();
                assertThat(dead.home()).isNull();
            }
            assertThat(log.lines()).filteredOn(isDeadLetter()).hasSameSizeAs(read());
            assertThat(log.lines()).noneMatch(line -> line.contains(SECRET) || line.contains("Gadget"));
        }
    }

    private static Predicate<String> isDeadLetter() {
        return line -> line.startsWith("Kept as a dead letter of ");
    }

    /** Reading it takes two to the power of its depth steps. */
    private static HashSet<Object> nested() {
        HashSet<Object> root = new HashSet<>();
        Set<Object> one = root;
        Set<Object> other = new HashSet<>();
        for (int depth = 0; depth < 60; depth++) {
            Set<Object> left = new HashSet<>(List.of("left"));
            Set<Object> right = new HashSet<>();
            one.add(left);
            one.add(right);
            other.add(left);
            other.add(right);
            one = left;
            other = right;
        }
        return root;
    }

}
