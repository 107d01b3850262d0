package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.Json;
import dev.conversations.app.Queues.Dead;
import dev.conversations.app.crm.StandIn;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.jms.JMSException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What every bridge to a CRM keeps, whichever the CRM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrmContract {
    static final String SHOP = "+15559990000";

    private final String crm;
    private final LoggedLines log = LoggedLines.capture();
    private Bridge bridge;
    private Queues queues;
    private Sandbox sandbox;
    private String customer;
    private int customers;

    /** @param crm the name of its settings and routes */
    CrmContract(String crm) {
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

    @BeforeAll
    void start() throws Exception {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(Map.of("RETRIES", "6", "RETRY_DELAY", "50", "CRM_TASK_DELAY", "100ms"));
        bridge = Bridge.start(Bridges.settings(environment), Bridges.silence());
        queues = new Queues(bridge);
        sandbox = bridge.surroundings().sandbox().orElseThrow();
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

    @Test
    void theFirstMessageMakesTheContactAndIsLogged() {
        says("Hello");

        logged("Hello");
        assertThat(contacts(customer)).isOne();
    }

    @Test
    void laterMessagesAreLoggedInTheirOrderAtTheSameContact() {
        IntStream.range(0, 5).forEach(i -> says("Message " + i));

        logged("Message 0", "Message 1", "Message 2", "Message 3", "Message 4");
        assertThat(contacts(customer)).isOne();
    }

    @Test
    void aContactThatIsThereIsTaken() {
        contact(customer);
        says("Hello");

        logged("Hello");
        assertThat(contacts(customer)).isOne();
    }

    @Test
    void whatIsAskedIsNeitherMarkupNorQueryNorPlaceholder() {
        says("Say \"it\": {{x}} ${body} \\ 'a', </p> <b>&amp;</b> \u00e9\n2nd line");

        logged("Say \"it\": {{x}} ${body} \\ 'a', </p> <b>&amp;</b> \u00e9\n2nd line");
    }

    @Test
    void whatOthersAnswerIsLoggedToo() throws Exception {
        String conversation = says("Hello").conversationSid();
        call("messages/create", Map.of("conversationSid", conversation, "author", "anna", "body", "Welcome",
                "webhookEnabled", true));

        logged("Hello", "Welcome");
        assertThat(timeline(customer).get(1)).contains(" to " + customer + " by anna");
    }

    @Test
    void answersByTheBridgeAreLoggedAndSentOnce() {
        String conversation = says("Hello").conversationSid();
        queues.put("conversations.replies",
                Json.text(Map.of("conversationSid", conversation, "author", "shop", "body", "Welcome")));

        logged("Hello", "Welcome");
        says("Thank you");
        logged("Hello", "Welcome", "Thank you");
        received("Welcome");
    }

    @Test
    void aRepeatedEventIsLoggedOnce() {
        Phone.Sent sent = says("Hello");
        logged("Hello");
        String event = event(sent, "Hello");
        queue(event);
        queue(event);
        says("Are you there?");

        logged("Hello", "Are you there?");
        assertThat(contacts(customer)).isOne();
    }

    @Test
    void aBusyCrmIsAskedAgain() {
        nextEntry(true);
        nextEntry(true);
        says("Hello");

        logged("Hello");
    }

    @Test
    void aRefusedMessageIsKeptWithTheReasonTheNextOneFlowsAndItCanBePlayedAgain() throws Exception {
        nextEntry(false);
        says("Hello");
        says("Are you there?");

        logged("Are you there?");
        Dead dead = dead();
        assertThat(dead.reason()).contains("answered 400 (").doesNotContain("Hello").doesNotContain(customer);
        assertThat(dead.route()).isEqualTo("queue-to-" + crm);
        assertThat(contacts(customer)).isOne();

        queue(dead.body());
        logged("Are you there?", "Hello");
        assertThat(contacts(customer)).isOne();
    }

    @Test
    void whatIsNoEventIsKeptWithTheReasonAndTheNextOneFlows() throws Exception {
        queue("Hello");
        says("Hello");

        logged("Hello");
        Dead dead = dead();
        assertThat(dead.reason()).isEqualTo("The message on the queue is no event of a message.");
        assertThat(dead.body()).isEqualTo("Hello");
    }

    @Test
    void anAgentsTaskBecomesAMessageAndDoesNotComeBack() {
        String conversation = says("Hello").conversationSid();
        logged("Hello");
        String task = task(contact(customer), "Your parcel is on its way");

        received("Your parcel is on its way");
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("sent"));
        await().untilAsserted(() -> assertThat(sandbox.webhooks())
                .filteredOn(it -> it.event().equals("onMessageAdded") && it.conversationSid().equals(conversation))
                .hasSize(2));
        says("Thank you");
        logged("Hello", "Thank you");
    }

    @Test
    void aTaskThatWasSentButNotMarkedIsNotSentAgain() {
        says("Hello");
        String task = task(contact(customer), "Your parcel is on its way");
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("sent"));

        open(task);

        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("sent"));
        received("Your parcel is on its way");
    }

    @Test
    void aTaskWithoutAConversationIsGivenUpAndKeptWithTheReason() throws Exception {
        String task = task(contact(customer), "Is anybody there?");

        Dead dead = dead();
        assertThat(dead.reason())
                .isEqualTo("The customer of task " + task + " of " + crm + " has no active conversation.");
        assertThat(dead.body()).contains("Is anybody there?");
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("given up"));
    }

    @Test
    void aTaskAboutNobodyIsGivenUp() throws Exception {
        String task = task(contact(null), "Is anybody there?");

        assertThat(dead().reason()).endsWith("is about nobody with a phone number or an e-mail address.");
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("given up"));
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

    Dead dead() throws JMSException {
        return queues.dead();
    }

    private String event(Phone.Sent sent, String text) {
        return Json.text(Map.of("EventType", "onMessageAdded", "Source", "SMS", "Author", customer, "Body", text,
                "ConversationSid", sent.conversationSid(), "MessageSid", sent.messageSid(),
                "DateCreated", "2026-01-02T03:04:05.000Z"));
    }
}
