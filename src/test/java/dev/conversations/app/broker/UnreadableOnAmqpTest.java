// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.RunningBridge;
import dev.conversations.app.start.Port;
import dev.conversations.app.start.Services;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableOnAmqpTest extends UnreadableMessages {
    private static final List<String> READ = List.of("conversations.replies", "conversations.commands",
            "conversations.replay", "conversations.email", "conversations.mails");

    @TempDir
    private static Path directory;

    private static final Services SERVICES = new Services();
    private static RunningBridge bridge;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        Port port = Port.claim(RunningBridge.settings(Map.of()), "bridge.broker.port", "a broker");
        AmqpBroker broker = SERVICES.started(AmqpBroker.start(directory, port, Stream.concat(READ.stream(), Stream.of(
                "conversations.messages", "conversations.dead-letters", "conversations.command-replies", "objects")).toList()));
        url = broker.url();
        bridge = SERVICES.started(RunningBridge.start(Map.of(
                "BROKER_URL", url,
                "BROKER_USERNAME", AmqpBroker.USER,
                "BROKER_PASSWORD", AmqpBroker.PASSWORD,
                "COMMANDS_ENABLED", "true")));
    }

    @AfterAll
    static void stop() {
        SERVICES.close();
    }

    @Override
    RunningBridge bridge() {
        return bridge;
    }

    @Override
    List<String> read() {
        return READ;
    }

    @Test
    void noClientOfTheBridgeCanReadAnObjectWhateverTheUrlAllows() throws Exception {
        String allowing = url + "?jms.deserializationPolicy.allowList=*";
        try (JMSContext jms = BrokerConnections.to(allowing, AmqpBroker.USER, AmqpBroker.PASSWORD).createContext()) {
            jms.createProducer().send(jms.createQueue("objects"), jms.createObjectMessage(new Gadget()));
            Message message = jms.createConsumer(jms.createQueue("objects")).receive(10_000);

            assertThatThrownBy(((ObjectMessage) message)::getObject).isInstanceOf(JMSException.class);
        }
    }
}
