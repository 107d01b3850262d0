package dev.conversations.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Json;
import dev.conversations.app.Queues.Dead;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandQueueTest {
    private static final String COMMANDS = "conversations.commands";

    private static Bridge bridge;
    private static Queues queues;

    @BeforeAll
    static void start() throws Exception {
        bridge = Bridge.start(Bridges.settings(Map.of("COMMANDS_ENABLED", "true")), Bridges.silence());
        queues = new Queues(bridge);
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void aCommandIsDoneAndAnsweredIfItHasAnId() throws Exception {
        queues.put(COMMANDS, "{\"operation\": \"conversations/create\", \"arguments\": {\"uniqueName\": \"order-1\"}}");
        queues.put(COMMANDS, "{\"id\": 7, \"operation\": \"conversations/fetch\", \"arguments\": {\"sid\": \"order-1\"}}");

        Message reply = reply();
        assertThat(reply.getJMSCorrelationID()).isEqualTo("7");
        Map<String, Object> members = Json.readObject(reply.getBody(String.class).getBytes(UTF_8));
        assertThat(members).containsEntry("id", "7").containsEntry("operation", "conversations/fetch");
        assertThat((Map<?, ?>) members.get("result")).extracting("unique_name").isEqualTo("order-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "Hello | The command is no JSON object",
        "{'operation':'messages/shout','arguments':{}} | There is no operation messages/shout",
        "{'operation':'users/fetch','arguments':{'sid':'US0123456789abcdef0123456789abcdef'}} | users/fetch: 404"
    })
    void whatCannotBeDoneIsKeptWithTheReason(String command, String reason) throws Exception {
        String json = command.replace('\'', '"');
        queues.put(COMMANDS, json);

        Dead dead = queues.dead();
        assertThat(dead.reason()).contains(reason);
        assertThat(dead.route()).isEqualTo("command");
        assertThat(dead.body()).isEqualTo(json);
    }

    private static Message reply() {
        try (JMSContext jms = bridge.surroundings().connectionFactory().createContext();
                JMSConsumer queue = jms.createConsumer(jms.createQueue("conversations.command-replies"))) {
            Message reply = queue.receive(10_000);
            assertThat(reply).as("a reply").isNotNull();
            return reply;
        }
    }
}
