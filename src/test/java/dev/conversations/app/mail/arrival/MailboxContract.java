// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.conversations.app.LoggedLines;
import dev.conversations.app.Queues;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.delivery.Cable;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.app.mail.server.RawMail;
import dev.conversations.app.start.Services;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bridge does with the oddest mails in its mailbox, whatever server holds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MailboxContract {
    static final String OWNER = "bridge@shop.example";
    static final String PASSWORD = "bridge";

    private static final Path ODD = Path.of("src/test/resources/dev/conversations/app/mail/odd");
    private static final String PLACEHOLDER = "(ID OF A MAIL OF THE BRIDGE)";
    private static final String POISON = "(THE CONNECTION BREAKS HERE)";
    private static final String ROUTE = "email-to-conversation";
    private static final String SHOP = "+15559990000";

    private final Services running = new Services();
    private RawMail.Inbox inbox;
    private RunningBridge bridge;
    private Sandbox sandbox;
    private Queues queues;
    private Phone customer;
    private String asked;

    /** The port of a server where the bridge has a mailbox. */
    abstract int imap(GreenMail mail, Services running) throws Exception;

    @BeforeAll
    void start() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")
        });
        mail.setUser(OWNER, OWNER, PASSWORD);
        mail.setUser("desk@shop.example", "desk", "desk");
        mail.setUser("lost@shop.example", "lost", "lost");
        mail.start();
        running.started(mail::stop);
        inbox = new RawMail.Inbox(imap(mail, running), OWNER, PASSWORD);
        Cable cable = running.started(new Cable());
        cable.lead(inbox.port());
        cable.breakAt(POISON);
        Map<String, String> environment = new TreeMap<>(Map.of(
                "SMTP_HOST", "localhost", "SMTP_PORT", String.valueOf(mail.getSmtp().getPort()),
                "SMTP_SECURITY", "none",
                "IMAP_HOST", "localhost", "IMAP_PORT", String.valueOf(cable.port()), "IMAP_SECURITY", "none",
                "IMAP_USERNAME", OWNER, "IMAP_PASSWORD", PASSWORD));
        environment.putAll(Map.of("MAIL_SECRET", "a secret", "MAIL_SUPPORT", "desk@shop.example",
                "MAIL_BRIDGE", OWNER, "MAIL_DEAD_LETTERS", "lost@shop.example"));
        bridge = running.started(RunningBridge.start(environment));
        sandbox = bridge.sandbox();
        queues = new Queues(bridge);
        customer = sandbox.phone("+15551230041");
        customer.send(SHOP, "Hello");
        Mailbox desk = new Mailbox("desk@shop.example", mail.getSmtp().getPort(), mail.getImap().getPort());
        List<MimeMessage> mails = await().until(desk::mails, all -> !all.isEmpty());
        asked = mails.get(0).getMessageID();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    static List<String> odd() throws IOException {
        try (Stream<Path> files = Files.list(ODD)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml"))
                    .map(name -> name.replace(".eml", "")).sorted().toList();
        }
    }

    /** Passed on, unless a text beside it says why it is kept. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void anOddMailIsPassedOnOnceOrKeptOnceAndTheNextFlows(String name) throws Exception {
        Path reason = ODD.resolve(name + ".txt");
        int mails = inbox.seen().size();
        int messages = customer.received().size();
        try (LoggedLines logged = LoggedLines.capture()) {
            inbox.put(Files.readString(ODD.resolve(name + ".eml")).replace("(NUL)", "\0").replace(PLACEHOLDER, asked));
            inbox.put(answer("after." + name, "The next one."));

            await().untilAsserted(() -> assertThat(texts(messages)).containsExactlyElementsOf(Files.exists(reason)
                    ? List.of("The next one.") : List.of("Yes, Tuesday at ten.", "The next one.")));
            await().untilAsserted(() -> assertThat(inbox.seen()).hasSize(mails + 2).containsOnly(true));
            if (Files.exists(reason)) {
                assertThat(queues.dead().reason()).isEqualTo(Files.readString(reason).strip());
            }
            assertThat(logged.lines()).noneMatch(line -> line.contains("example") || line.contains("Tuesday"));
        }
    }

    @Test
    void mailsThatBreakTheConnectionAreSetAsideAndHoldUpNoneOfThoseBehindThem() throws Exception {
        int mails = inbox.seen().size();
        int messages = customer.received().size();
        bridge.camel().getRouteController().suspendRoute(ROUTE);
        for (int i = 0; i < 2; i++) {
            inbox.put("From: desk@shop.example\nMessage-ID: <poison" + i + "@shop.example>\nIn-Reply-To: " + asked
                    + "\n\nYes.\n" + POISON + "\n");
        }
        List<String> behind = IntStream.range(0, 30).mapToObj(String::valueOf).toList();
        for (String text : behind) {
            inbox.put(answer("behind" + text, text));
        }
        bridge.camel().getRouteController().resumeRoute(ROUTE);

        await().untilAsserted(() -> assertThat(texts(messages)).containsExactlyElementsOf(behind));
        for (int i = 0; i < 2; i++) {
            assertThat(queues.dead().reason()).startsWith("The mail could not be read;");
        }
        await().untilAsserted(() -> assertThat(inbox.seen()).hasSize(mails + 32).containsOnly(true));
    }

    @Test
    void anAnswerGoesBeforeTheMailsOfStrangersThatCameBeforeIt() throws Exception {
        int messages = customer.received().size();
        bridge.camel().getRouteController().suspendRoute(ROUTE);
        for (int i = 0; i < 60; i++) {
            inbox.put("From: stranger@elsewhere.example\nMessage-ID: <stranger" + i + "@elsewhere.example>\n\nBuy!\n");
        }
        inbox.put(answer("patient", "At last."));
        bridge.camel().getRouteController().resumeRoute(ROUTE);

        await().untilAsserted(() -> assertThat(texts(messages)).containsExactly("At last."));
        assertThat(Collections.frequency(inbox.seen(), false)).as("mails of strangers that still wait").isGreaterThan(20);
        await().untilAsserted(() -> assertThat(inbox.seen()).containsOnly(true));
        for (int i = 0; i < 60; i++) {
            assertThat(queues.dead().reason()).isEqualTo("The mail answers no conversation that is known here.");
        }
        assertThat(queues.waiting("conversations.dead-letters")).isEmpty();
    }

    @Test
    void whatWaitsInItsLaneWhenTheRouteStopsIsTakenWhenItStartsAgain() throws Exception {
        int mails = inbox.seen().size();
        int messages = customer.received().size();
        long requests = sandbox.requests();
        sandbox.throttle(1, Duration.ofSeconds(3));
        List<String> waiting = List.of("one", "two", "three");
        for (String text : waiting) {
            inbox.put(answer("waiting" + text, text));
        }
        await().until(() -> sandbox.requests() > requests);
        bridge.camel().getRouteController().stopRoute(ROUTE);
        bridge.camel().getRouteController().startRoute(ROUTE);

        await().untilAsserted(() -> assertThat(texts(messages)).containsExactlyElementsOf(waiting));
        await().untilAsserted(() -> assertThat(inbox.seen()).hasSize(mails + 3).containsOnly(true));
    }

    /** Puts an answer into the mailbox; the customer gets it, and nothing else. */
    final void theNextAnswerFlows(String name) throws Exception {
        int messages = customer.received().size();
        inbox.put(answer(name, "The next one."));
        await().untilAsserted(() -> assertThat(texts(messages)).containsExactly("The next one."));
    }

    final RawMail.Inbox inbox() {
        return inbox;
    }

    final RunningBridge bridge() {
        return bridge;
    }

    final Queues queues() {
        return queues;
    }

    private String answer(String name, String text) {
        return "From: desk@shop.example\nMessage-ID: <" + name + "@shop.example>\nIn-Reply-To: " + asked
                + "\n\n" + text + "\n";
    }

    private List<String> texts(int from) {
        List<Phone.Received> all = customer.received();
        return all.subList(from, all.size()).stream().map(Phone.Received::body).toList();
    }
}
