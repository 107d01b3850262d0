// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.RunningBridge;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.jms.JmsEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UnreadableOnArtemisTest extends UnreadableMessages {
    private static RunningBridge bridge;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of("COMMANDS_ENABLED", "true"));
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Override
    RunningBridge bridge() {
        return bridge;
    }

    @Override
    List<String> read() {
        return bridge.camel().getRoutes().stream()
                .filter(route -> route.getEndpoint() instanceof JmsEndpoint)
                .map(route -> ((JmsEndpoint) route.getEndpoint()).getDestinationName()).toList();
    }

    @Test
    void theWindowShowsThatThereIsOne() throws Exception {
        try (JMSContext jms = bridge.connectionFactory().createContext()) {
            jms.createProducer().send(jms.createQueue("conversations.command-replies"),
                    jms.createObjectMessage(new Gadget()));
        }

        String window = "http://localhost:" + bridge.property("bridge.broker.http-port")
                + "/queues/conversations.command-replies";
        assertThat(HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(window)).build(), BodyHandlers.ofString()).body())
                .isEqualTo("[{\"error\":\"The message holds an object, which is never read; it can hold text or bytes.\"}]");
    }

    @Test
    void noClientOfTheBridgeCanReadAnObjectWhateverTheUrlAllows() throws Exception {
        String url = bridge.property("bridge.broker.url") + "?deserializationAllowList=*";
        try (JMSContext jms = BrokerConnections.to(url, "", "").createContext()) {
            jms.createProducer().send(jms.createQueue("objects"), jms.createObjectMessage(new Gadget()));
            Message message = jms.createConsumer(jms.createQueue("objects")).receive(10_000);

            assertThatThrownBy(((ObjectMessage) message)::getObject)
                    .isInstanceOfAny(JMSException.class, JMSRuntimeException.class);
        }
    }
}
