// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.Queues;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.sandbox.Fault;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.jms.TextMessage;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people write and what opens doors is in no line of ours, with every logger told to tell all, whatever fails. */
class TellingNothingTest {

    private static final String SHOP = "+15559990000";
    private static final String CUSTOMER = "+15557770042";
    private static final List<String> SEEDS = List.of("5557770042", "Zebrafink", "Quagga", "Okapi", "stranger@far.example", "Narwhal");
    /** The HTTP client by which this test forges webhooks. */
    private static final String OUR_STRANGERS = "jdk.internal.httpclient";
    /** What means something to Camel, log4j and others, if they are let. */
    private static final String ORDERS = "${header.x} ${body} {{bridge.mail.support}} $simple{1} #{1+1} ${jndi:ldap://localhost:1/x} {{env:PATH}} RAW(x)";
    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([a-z0-9.]+)` \\|");

    private static final Set<String> secrets = new LinkedHashSet<>(SEEDS);
    private static final List<Throwable> thrown = new ArrayList<>();
    private static final List<String> attributes = new ArrayList<>();
    private static final List<String> passed = new ArrayList<>();
    private static EveryLine log;

    @BeforeAll
    static void playAndFail() throws Exception {
        log = EveryLine.of(line -> secrets.stream().anyMatch(line::contains));
        try (RunningBridge bridge = RunningBridge.start(Map.of())) {
            Sandbox sandbox = bridge.sandbox();
            secrets.add(sandbox.authToken());
            secrets.add(Base64.getEncoder().encodeToString((sandbox.accountSid() + ":" + sandbox.authToken()).getBytes()));
            Queues queues = new Queues(bridge);
            Mailbox support = bridge.mailbox("bridge.mail.support");
            Phone customer = sandbox.phone(CUSTOMER);
            Phone.Sent asked = customer.send(SHOP, "Zebrafink " + ORDERS);
            await().atMost(Duration.ofSeconds(60)).until(() -> !support.mails().isEmpty());

            passed.add(support.mails().get(0).getContent().toString());
            support.answer(support.mails().get(0), "Quagga " + ORDERS);
            passed.add(customer.awaitReceived(1).get(0).body());
            passed.add(Json.parsed(queues.waiting("conversations.messages").get(0) instanceof TextMessage event ? event.getText() : "")
                    instanceof Map<?, ?> event ? String.valueOf(event.get("Body")) : "");
            for (Fault fault : List.of(Fault.status(500), Fault.status(429), Fault.reset(), Fault.status(400))) {
                sandbox.fail(1, fault.onlyFor("messages/create"));
                queues.put("conversations.replies", "{\"conversationSid\":\"%s\",\"author\":\"Narwhal\",\"body\":\"Okapi %s\"}"
                        .formatted(asked.conversationSid(), fault));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> customer.received().size() >= 3);
            customer.failing(30006);
            queues.put("conversations.replies", "{\"conversationSid\":\"%s\",\"body\":\"Okapi\"}".formatted(asked.conversationSid()));
            queues.put("conversations.replies", "{\"Okapi\": \"Quagga\", no JSON " + CUSTOMER);
            queues.put("conversations.replies", "{\"conversationSid\":\"CH00000000000000000000000000000000\",\"body\":\"Okapi\"}");
            Mailbox lost = bridge.mailbox("bridge.mail.dead-letters");
            lost.send(stranger());
            call(bridge, sandbox, asked);
            forge(bridge);
            await().atMost(Duration.ofSeconds(60)).until(() -> !lost.mails().isEmpty());
            await().atMost(Duration.ofSeconds(60)).until(() -> queues.waiting("conversations.dead-letters").size() >= 3);
            managed();
        }
    }

    @AfterAll
    static void close() {
        log.close();
    }

    private static MimeMessage stranger() throws Exception {
        MimeMessage mail = new MimeMessage((Session) null);
        mail.setFrom("stranger@far.example");
        mail.setRecipients(Message.RecipientType.TO, "bridge@example.com");
        mail.setSubject("Quagga");
        mail.setText("Okapi");
        return mail;
    }

    /** Calls of the component that go wrong in every way. */
    private static void call(RunningBridge bridge, Sandbox sandbox, Phone.Sent asked) throws Exception {
        String here = "?conversationSid=" + asked.conversationSid();
        try (ProducerTemplate template = bridge.camel().createProducerTemplate()) {
            for (Fault fault : List.of(Fault.status(400), Fault.status(401), Fault.status(404), Fault.status(409), Fault.status(500),
                    Fault.reset(), Fault.reset().afterDoing())) {
                sandbox.fail(1, fault.onlyFor("participants/create"));
                fails(template, "participants/create" + here, Map.of("messagingBindingAddress", CUSTOMER, "messagingBindingProxyAddress", SHOP));
            }
            fails(template, "participants/create" + here, Map.of("identity", "Narwhal", "Okapi " + CUSTOMER, "Quagga"));
            fails(template, "participants/create" + here, Map.of("messagingBindingAddress", CUSTOMER, "attributes", "{Okapi"));
            fails(template, "users/fetch?sid=Narwhal", "");
            fails(template, "users/create", Map.of("identity", List.of("Narwhal", "Okapi")));
            fails(template, "conversations/update?sid=Narwhal", Map.of("timersInactive", "Okapi", "friendlyName", "Quagga"));
            fails(template, "media/fetch?chatServiceSid=" + sandbox.chatServiceSid() + "&sid=ME00000000000000000000000000000000", "Quagga");
            fails(template, "messages/create" + here + "&authToken=Narwhal&accountSid=AC00000000000000000000000000000000", "Okapi");
        }
    }

    private static void fails(ProducerTemplate template, String uri, Object body) {
        Throwable failure = catchThrowable(() -> template.requestBody("twilio-conversations:" + uri, body));
        assertThat(failure).as(uri).isNotNull();
        thrown.add(failure);
    }

    /** Webhooks of somebody who is not Twilio. */
    private static void forge(RunningBridge bridge) throws Exception {
        String form = "EventType=onMessageAdded&Author=%2B15557770042&Body=Zebrafink&Okapi=Quagga";
        for (String[] type : new String[][] {{"application/x-www-form-urlencoded", form}, {"application/json", "{\"Okapi\":\"Quagga"},
            {"text/Okapi", "Quagga"}, {"application/x-www-form-urlencoded", "Okapi=%zzQuagga"}}) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + bridge.property("bridge.http.port")
                            + "/twilio/conversations?Okapi=Narwhal"))
                    .header("Content-Type", type[0]).header("X-Twilio-Signature", "Narwhal").header("X-Forwarded-Host", "Okapi")
                    .POST(BodyPublishers.ofString(type[1])).build();
            assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()).isBetween(400, 415);
        }
    }

    /** All that management beans of this JVM show. */
    private static void managed() throws Exception {
        MBeanServer server = java.lang.management.ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(null, null)) {
            attributes.add(name.toString());
            for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                if (!name.getDomain().startsWith("java.") && !name.getDomain().startsWith("com.sun.") && !name.getDomain().startsWith("jdk.")) {
                    attributes.add(name + " " + attribute.getName() + " " + value(server, name, attribute.getName()));
                }
            }
        }
    }

    private static Object value(MBeanServer server, ObjectName name, String attribute) {
        try {
            return server.getAttribute(name, attribute);
        } catch (Exception | LinkageError e) {
            return e;
        }
    }

    @Test
    void noLoggerOfOursTellsAnythingAtAnyLevel() {
        assertThat(log.loggers()).anyMatch(logger -> logger.startsWith("dev.conversations."));
        assertThat(log.lines()).filteredOn(line -> line.logger().startsWith("dev.conversations")).isEmpty();
    }

    @Test
    void nobodyTellsAnythingUnlessAskedForMore() {
        assertThat(log.lines()).filteredOn(EveryLine.Line::grave).isEmpty();
    }

    @Test
    void thoseOfOthersWhoTellWhenAskedAreListedForUsers() throws Exception {
        Set<String> listed = LISTED.matcher(Files.readString(DOCUMENT)).results().map(row -> row.group(1)).collect(Collectors.toSet());

        assertThat(listed).isNotEmpty();
        assertThat(log.lines().stream().map(EveryLine.Line::logger).distinct().filter(logger -> !logger.startsWith(OUR_STRANGERS)).toList())
                .isNotEmpty().allMatch(logger -> listed.stream().anyMatch(logger::startsWith));
        assertThat(listed).noneMatch("dev.conversations"::startsWith);
    }

    @Test
    void noExceptionTellsAnythingNorDoAnyOfItsCauses() {
        assertThat(thrown).hasSize(14).flatMap(failure -> EveryLine.text(failure).lines().toList())
                .noneMatch(line -> secrets.stream().anyMatch(line::contains));
    }

    @Test
    void whatPeopleWriteIsEvaluatedNowhere() {
        assertThat(passed).hasSize(3).allSatisfy(text -> assertThat(text).contains(ORDERS));
    }

    @Test
    void noManagementBeanShowsAnything() {
        assertThat(attributes).isNotEmpty().noneMatch(shown -> secrets.stream().anyMatch(shown::contains));
    }
}
