// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InHandTest {

    private final List<String> done = new ArrayList<>();

    /** As when a container's thread is interrupted, and goes on. */
    @Test
    void aMessageThatIsNotPutIntoItsLaneComesAgain() throws Exception {
        LanesInHand hands = new LanesInHand(Runnable::run, message -> "lane", () -> true, message -> done.add("work"));
        hands.by(recording(Session.class));

        Thread.currentThread().interrupt();
        hands.take(recording(Message.class));
        assertThat(Thread.interrupted()).isTrue();

        assertThat(done).isEmpty();
        assertThatThrownBy(hands::requireSound).isInstanceOf(JMSException.class);
        assertThat(done).containsExactly("recover");

        hands.by(recording(Session.class));
        hands.requireSound();
        hands.take(recording(Message.class));
        assertThat(done).containsExactly("recover", "work", "acknowledge");
    }

    private <T> T recording(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            done.add(method.getName());
            return null;
        }));
    }
}
