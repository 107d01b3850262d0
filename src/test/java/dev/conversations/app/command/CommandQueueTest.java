// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.Queues;
import dev.conversations.app.Queues.Dead;
import dev.conversations.app.RunningBridge;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandQueueTest {
    private static final String COMMANDS = "conversations.commands";

    private static RunningBridge bridge;
    private static Queues queues;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of("COMMANDS_ENABLED", "true"));
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
        assertThat(dead.route()).isEqualTo("queue-to-command");
        assertThat(dead.body()).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'id':'a','operation':'messages/shout','arguments':{}} | 'message':'There is no operation messages/shout",
        "{'id':'b','operation':'users/list'} | 'message':'The command has no arguments",
        "{'id':'c','operation':'users/fetch','arguments':{'sid':'US0123456789abcdef0123456789abcdef'}} | 'status':404,'code':20404"
    })
    void whoAsksForAReplyIsToldWhyNot(String command, String error) throws Exception {
        queues.put(COMMANDS, command.replace('\'', '"'));

        Message reply = reply();
        assertThat(command).contains("'id':'" + reply.getJMSCorrelationID() + "'");
        assertThat(reply.getBody(String.class)).contains("\"error\":{", error.replace('\'', '"'));
        queues.dead();
    }

    @Test
    void aCommandThatIsTriedAgainTwiceCreatesOneMessage() throws Exception {
        queues.put(COMMANDS, command(8, "order-8", "Yes"));
        Dead dead = queues.dead();
        reply();
        name(sandbox().phone("+15551230001").send("+15559990000", "Hello").conversationSid(), "order-8");
        queues.again(dead);
        Object first = sid(reply());
        queues.again(dead);

        assertThat(sid(reply())).isEqualTo(first);
        await().until(() -> !sandbox().phone("+15551230001").received().isEmpty());
        queues.put(COMMANDS, command(9, "order-8", "No"));
        await().untilAsserted(() -> assertThat(sandbox().phone("+15551230001").received())
                .extracting(Phone.Received::body).containsExactly("Yes", "No"));
        reply();
    }

    @Test
    void aKeyThatTheBridgeDidNotSignHoldsNoMessageBack() throws Exception {
        name(sandbox().phone("+15551230002").send("+15559990000", "Hello").conversationSid(), "order-9");
        queues.put(COMMANDS, command(10, "order-9", "Yes"), Map.of("BridgeKey", "4711"));
        queues.put(COMMANDS, command(11, "order-9", "No"), Map.of("BridgeKey", "4711",
                "BridgeReplay", COMMANDS, "BridgeSignature", "0".repeat(64)));

        assertThat(sid(reply())).isNotEqualTo(sid(reply()));
        await().untilAsserted(() -> assertThat(sandbox().phone("+15551230002").received())
                .extracting(Phone.Received::body).containsExactly("Yes", "No"));
    }

    private static String command(int id, String conversation, String text) {
        return Json.text(Map.of("id", id, "operation", "messages/create",
                "arguments", Map.of("conversationSid", conversation, "body", text)));
    }

    private static void name(String sid, String name) throws Exception {
        try (ProducerTemplate twilio = bridge.camel().createProducerTemplate()) {
            twilio.requestBody("twilio-conversations:conversations/update", Map.of("sid", sid, "uniqueName", name));
        }
    }

    private static Object sid(Message reply) throws Exception {
        Map<String, Object> members = Json.readObject(reply.getBody(String.class).getBytes(UTF_8));
        return ((Map<?, ?>) members.get("result")).get("sid");
    }

    private static Sandbox sandbox() {
        return bridge.sandbox();
    }

    private static Message reply() {
        try (JMSContext jms = bridge.connectionFactory().createContext();
                JMSConsumer queue = jms.createConsumer(jms.createQueue("conversations.command-replies"))) {
            Message reply = queue.receive(10_000);
            assertThat(reply).as("a reply").isNotNull();
            return reply;
        }
    }
}
