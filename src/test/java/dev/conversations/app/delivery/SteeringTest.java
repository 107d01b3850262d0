// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.Queues;
import dev.conversations.app.Queues.Dead;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.crm.HubspotStandIn;
import dev.conversations.app.crm.SalesforceStandIn;
import dev.conversations.app.delivery.SteeringHeaders.Spelling;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.component.jms.JmsEndpoint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a stranger's headers name, what comes in goes where the bridge sends it. */
class SteeringTest {
    private static final String SHOP = "+15559990000";
    private static final String CUSTOMER = "+15551239999";
    /** How many headers the web server takes at once. */
    private static final int MOST_HEADERS = 60;

    private static final HubspotStandIn HUBSPOT = new HubspotStandIn();
    private static final SalesforceStandIn SALESFORCE = new SalesforceStandIn();
    private static SteeringHeaders headers;
    private static RunningBridge bridge;
    private static Sandbox sandbox;
    private static Queues queues;
    private static Phone.Sent sent;

    @BeforeAll
    static void start() throws Exception {
        headers = new SteeringHeaders();
        Map<String, String> environment = new HashMap<>(Map.of(
                "HUBSPOT_ENABLED", "true", "HUBSPOT_URL", HUBSPOT.base().toString(), "HUBSPOT_TOKEN", HubspotStandIn.TOKEN,
                "SALESFORCE_ENABLED", "true", "SALESFORCE_LOGIN_URL", SALESFORCE.base().toString(),
                "SALESFORCE_CLIENT_ID", SalesforceStandIn.CLIENT, "SALESFORCE_CLIENT_SECRET", SalesforceStandIn.SECRET));
        environment.putAll(Map.of("COMMANDS_ENABLED", "true", "CRM_TASK_DELAY", "100ms"));
        bridge = RunningBridge.start(environment);
        sandbox = bridge.sandbox();
        queues = new Queues(bridge);
        sent = sandbox.phone(CUSTOMER).send(SHOP, "Hello");
        await().until(() -> mails().size() == 1 && HUBSPOT.timeline("communications", "phone", CUSTOMER).size() == 1);
        queues.take("conversations.messages");
    }

    @AfterAll
    static void stop() throws Exception {
        bridge.close();
        HUBSPOT.close();
        SALESFORCE.close();
        headers.close();
    }

    @AfterEach
    void nothingReachedTheStranger() throws Exception {
        assertThat(queues.waiting(SteeringHeaders.STRANGER)).isEmpty();
        assertThat(queues.waiting("conversations.dead-letters")).isEmpty();
        assertThat(headers.isVisited()).isFalse();
        HUBSPOT.always(Map.of());
        SALESFORCE.always(Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedOnAnyQueueIsADeadLetterOfThatQueue(Spelling spelling) throws Exception {
        for (String queue : read()) {
            put(queue, "Hello", headers.ofQueue(spelling));

            Dead dead = queues.dead();
            assertThat(dead.body()).as(queue).contains("Hello");
            assertThat(dead.home()).isEqualTo(queue.equals("conversations.replay") ? null : queue);
            isOnlyOurs(dead.message());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noHeaderAloneMisplacesADeadLetter(Spelling spelling) throws Exception {
        for (Map.Entry<String, String> header : headers.ofQueue(spelling).entrySet()) {
            put("conversations.replies", "Hello", Map.of(header.getKey(), header.getValue()));

            Dead dead = queues.dead();
            assertThat(dead.message()).as(header.getKey()).isInstanceOf(TextMessage.class);
            assertThat(dead.route()).isEqualTo("queue-to-conversation");
            isOnlyOurs(dead.message());
        }
    }

    @Test
    void aTypeOrALengthThatNoMessageHasMisplacesNothing() throws Exception {
        for (String value : List.of("Object", "Map", "Stream", "Nonsense", "x".repeat(110_000))) {
            put("conversations.replies", "Hello", Map.of("CamelJmsMessageType", value, "cAMELJmsMessageType", value));

            isOnlyOurs(queues.dead().message());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTakenOnAnyQueueGoesWhereTheBridgeSendsIt(Spelling spelling) throws Exception {
        int received = sandbox.phone(CUSTOMER).received().size();
        String text = "Welcome " + spelling;
        Map<String, String> properties = headers.ofQueue(spelling);

        put("conversations.replies", Json.text(Map.of("conversationSid", sent.conversationSid(), "body", text)), properties);
        await().until(() -> sandbox.phone(CUSTOMER).received().size() > received);
        assertThat(sandbox.phone(CUSTOMER).received().get(received).body()).isEqualTo(text);

        put("conversations.commands", Json.text(Map.of("id", "7", "operation", "roles/list", "arguments", Map.of())), properties);
        Message reply = queues.next("conversations.command-replies");
        assertThat(reply.getJMSCorrelationID()).isEqualTo("7");
        assertThat(names(reply)).isEmpty();

        put("conversations.email", event(text), properties);
        await().until(() -> mails().stream().anyMatch(mail -> mail.contains(text)));
        assertThat(mails()).noneMatch(mail -> mail.contains(SteeringHeaders.STRANGER));

        put("conversations.crm.hubspot", event(text), properties);
        await().until(() -> HUBSPOT.timeline("communications", "phone", CUSTOMER).stream()
                .anyMatch(entry -> entry.get("hs_communication_body").contains(text)));
        put("conversations.crm.salesforce", event(text), properties);
        await().until(() -> SALESFORCE.tasks("MobilePhone", CUSTOMER).stream()
                .anyMatch(entry -> text.equals(entry.get("Description"))));
        queues.take("conversations.messages");
    }

    @ParameterizedTest
    @EnumSource
    void aWebhookGoesToItsQueuesWhateverItsFieldsAndHeadersAreCalled(Spelling spelling) throws Exception {
        queues.take("conversations.messages");
        Map<String, String> all = headers.spelt(spelling);
        String text = "";
        for (int from = 0; from < all.size(); from += MOST_HEADERS) {
            text = "By webhook " + spelling + " " + from;
            Map<String, String> fields = new TreeMap<>(Map.of("EventType", "onMessageAdded", "Source", "SMS",
                    "AccountSid", sandbox.accountSid(), "ConversationSid", sent.conversationSid(), "MessageSid", sid(text),
                    "Attributes", "{}", "Author", CUSTOMER, "Body", text));
            all.forEach(fields::putIfAbsent);

            assertThat(SignedWebhook.post(bridge, fields, all.entrySet().stream().skip(from).limit(MOST_HEADERS).toList())).isEqualTo(200);
            Message message = queues.next("conversations.messages");
            assertThat(message.getBody(String.class)).contains(text);
            assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo(sent.conversationSid());
            assertThat(names(message)).as("what the bridge says itself").containsExactly("_AMQ_DUPL_ID");
        }
        arrivedEverywhere(text);
    }

    private static void arrivedEverywhere(String text) {
        await().until(() -> mails().stream().anyMatch(mail -> mail.contains(text)));
        await().until(() -> HUBSPOT.timeline("communications", "phone", CUSTOMER).stream()
                .anyMatch(entry -> entry.get("hs_communication_body").contains(text)));
    }

    @ParameterizedTest
    @EnumSource
    void noReplyOfACrmSteersTheNextCall(Spelling spelling) {
        Map<String, String> replied = headers.spelt(spelling);
        replied.keySet().removeIf(name -> name.toLowerCase().matches(
                "content-.*|transfer-encoding|connection|date|cache-control|set-cookie|location"));
        HUBSPOT.always(replied);
        SALESFORCE.always(replied);
        int received = sandbox.phone(CUSTOMER).received().size();
        String text = "To both " + spelling;
        sandbox.phone(CUSTOMER).send(SHOP, text);

        await().until(() -> HUBSPOT.timeline("communications", "phone", CUSTOMER).stream()
                .anyMatch(entry -> entry.get("hs_communication_body").contains(text)));
        await().until(() -> SALESFORCE.tasks("MobilePhone", CUSTOMER).stream()
                .anyMatch(entry -> text.equals(entry.get("Description"))));
        String task = HUBSPOT.addAt(HUBSPOT.contacts("phone", CUSTOMER).get(0), "tasks", Map.of(
                "hs_task_subject", "Reply to customer", "hs_task_body", text, "hs_task_status", "NOT_STARTED"));
        await().until(() -> HUBSPOT.get("tasks", task, "hs_task_status").equals("COMPLETED"));
        await().untilAsserted(() -> assertThat(sandbox.phone(CUSTOMER).received().stream().skip(received))
                .extracting(Phone.Received::body).containsExactly(text));
    }

    private static List<String> read() {
        return bridge.camel().getRoutes().stream()
                .filter(route -> route.getEndpoint() instanceof JmsEndpoint)
                .map(route -> ((JmsEndpoint) route.getEndpoint()).getDestinationName()).sorted().toList();
    }

    private static void put(String queue, String text, Map<String, String> properties) {
        try (JMSContext jms = bridge.connectionFactory().createContext()) {
            JMSProducer producer = jms.createProducer();
            properties.forEach(producer::setProperty);
            producer.setJMSReplyTo(jms.createQueue(SteeringHeaders.STRANGER))
                    .setJMSCorrelationID(SteeringHeaders.STRANGER).setJMSType(SteeringHeaders.STRANGER).setPriority(9)
                    .send(jms.createQueue(queue), text);
        }
    }

    private static void isOnlyOurs(Message dead) throws JMSException {
        assertThat(names(dead)).isSubsetOf(
                "BridgeReason", "BridgeRoute", "BridgeReplay", "BridgeKey", "BridgeSignature");
        assertThat(dead.getJMSReplyTo()).isNull();
        assertThat(dead.getJMSType()).isNull();
        assertThat(dead.getJMSCorrelationID()).isNull();
        assertThat(dead.getStringProperty("JMSXGroupID")).isNull();
        assertThat(dead.getJMSPriority()).isEqualTo(Message.DEFAULT_PRIORITY);
    }

    private static List<String> names(Message message) throws JMSException {
        return Collections.list((java.util.Enumeration<?>) message.getPropertyNames()).stream()
                .map(Object::toString).filter(name -> !name.startsWith("JMSX")).toList();
    }

    private static List<String> mails() throws Exception {
        return bridge.mailbox("bridge.mail.support").mails().stream().map(mail -> {
            try {
                return mail.getContent().toString();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }).toList();
    }

    private static String event(String text) {
        return Json.text(Map.of("EventType", "onMessageAdded", "Source", "SMS", "Author", CUSTOMER, "Body", text,
                "ConversationSid", sent.conversationSid(), "MessageSid", sid(text), "DateCreated", "2026-01-02T03:04:05.000Z"));
    }

    private static String sid(String text) {
        return "IM" + "%032x".formatted(Math.abs((long) text.hashCode()));
    }
}
