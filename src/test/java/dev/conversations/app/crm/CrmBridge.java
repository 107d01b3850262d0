// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.LoggedLines;
import dev.conversations.app.Queues;
import dev.conversations.app.Queues.Dead;
import dev.conversations.app.RunningBridge;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A bridge to a CRM, its customers, and what the CRM has to tell a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrmBridge {
    static final String SHOP = "+15559990000";

    /** How often a busy CRM is asked again. */
    static final int RETRIES = 6;

    /** The subject of tasks that are messages. */
    static final String SUBJECT = "The customer's \"question\"";

    private final String crm;
    private final LoggedLines log = LoggedLines.capture();
    private RunningBridge bridge;
    private Queues queues;
    private Sandbox sandbox;
    private String customer;
    private int customers;

    /** @param crm the name of its settings and routes */
    CrmBridge(String crm) {
        this.crm = crm;
    }

    /** The CRM, running. */
    abstract StandIn vendor();

    /** The settings that lead to it, as environment variables. */
    abstract Map<String, String> environment();

    /** How many contacts have the address. */
    abstract int contacts(String address);

    /** The entries on the timelines of contacts with the address, oldest first. */
    abstract List<String> timeline(String address);

    /** What stands there of messages that were not delivered. */
    List<String> failures(String address) {
        return timeline(address).stream().filter(entry -> entry.startsWith("Not delivered")).toList();
    }

    /** Makes a contact who has the address, or none if null. */
    abstract String contact(String address);

    /** Makes a task that is a message for the contact, to be sent. */
    abstract String task(String contact, String text);

    /** Opens the task again. */
    abstract void open(String task);

    /** What became of the task: open, sent or given up. */
    abstract String state(String task);

    /** Lets the CRM answer the next write of an entry so. */
    abstract void nextEntry(boolean busy);

    /** Lets the CRM refuse the next change of a task. */
    abstract void nextMark();

    @BeforeAll
    void start() throws Exception {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(Map.of(
                "RETRIES", String.valueOf(RETRIES), "RETRY_DELAY", "50", "CRM_TASK_DELAY", "100ms", "CRM_TASK_SUBJECT", SUBJECT));
        bridge = RunningBridge.start(environment);
        queues = new Queues(bridge);
        sandbox = bridge.sandbox();
    }

    @AfterAll
    void stop() {
        bridge.close();
        vendor().close();
        log.close();
        assertThat(log.lines()).as("the log").anyMatch(line -> line.endsWith(": in " + crm))
                .noneMatch(line -> line.contains("Hello") || line.contains("parcel") || line.contains("+1555123"));
    }

    @BeforeEach
    void another() {
        customer = "+1555123%04d".formatted(++customers);
    }

    String customer() {
        return customer;
    }

    Phone.Sent says(String text) {
        return sandbox.phone(customer).send(SHOP, text);
    }

    /** Says something from an address that no number of the shop listens to, in a conversation made for it. */
    void says(String from, String to, String text) throws Exception {
        Conversation conversation = (Conversation) call("conversations/create", Map.of());
        call("participants/create", Map.of("conversationSid", conversation.sid(), "messagingBindingAddress", from,
                "messagingBindingProxyAddress", to));
        sandbox.phone(from).send(to, text);
    }

    /** How somebody may have written the customer's number. */
    String local() {
        return "(" + customer.substring(2, 5) + ") " + customer.substring(5, 8) + "-" + customer.substring(8);
    }

    /** These messages and no others are on the customer's timeline, in this order. */
    void logged(String... texts) {
        await().untilAsserted(() -> {
            List<String> entries = timeline(customer);
            assertThat(entries).hasSize(texts.length);
            IntStream.range(0, texts.length).forEach(i -> assertThat(entries.get(i)).endsWith("\n" + texts[i]));
        });
    }

    void received(String... texts) {
        await().untilAsserted(() ->
                assertThat(sandbox.phone(customer).received()).extracting(Phone.Received::body).containsExactly(texts));
    }

    Object call(String operation, Map<String, Object> options) throws Exception {
        try (ProducerTemplate twilio = bridge.camel().createProducerTemplate()) {
            return twilio.requestBody("twilio-conversations:" + operation, options);
        }
    }

    void queue(String text) {
        queues.put("conversations.crm." + crm, text);
    }

    /** Lets a dead letter be tried again. */
    void again(Dead dead) {
        queues.again(dead);
    }

    Dead dead() throws Exception {
        return queues.dead();
    }

    /** The name of the CRM. */
    String crm() {
        return crm;
    }

    Queues queues() {
        return queues;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /** An event of a message of the customer, as it stands on the queue. */
    String event(Phone.Sent sent, String text) {
        return Json.text(Map.of("EventType", "onMessageAdded", "Source", "SMS", "Author", customer, "Body", text,
                "ConversationSid", sent.conversationSid(), "MessageSid", sent.messageSid(),
                "DateCreated", "2026-01-02T03:04:05.000Z"));
    }
}
