package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final String SHOP = "+15559990000";

    private final Services running = new Services();
    private RawMail.Inbox inbox;
    private Bridge bridge;
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
        Map<String, String> environment = new TreeMap<>(Map.of(
                "SMTP_HOST", "localhost", "SMTP_PORT", String.valueOf(mail.getSmtp().getPort()),
                "SMTP_SECURITY", "none",
                "IMAP_HOST", "localhost", "IMAP_PORT", String.valueOf(inbox.port()), "IMAP_SECURITY", "none",
                "IMAP_USERNAME", OWNER, "IMAP_PASSWORD", PASSWORD));
        environment.putAll(Map.of("MAIL_SECRET", "a secret", "MAIL_SUPPORT", "desk@shop.example",
                "MAIL_BRIDGE", OWNER, "MAIL_DEAD_LETTERS", "lost@shop.example"));
        bridge = running.started(Bridge.start(Bridges.settings(environment), Bridges.silence()));
        sandbox = bridge.surroundings().sandbox().orElseThrow();
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

    static Stream<Path> odd() throws Exception {
        try (Stream<Path> files = Files.list(ODD)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("odd")
    void anOddMailIsPassedOnOnceOrKeptOnceAndTheNextFlows(Path odd) throws Exception {
        inbox.empty();
        String source = Files.readString(odd, StandardCharsets.UTF_8).replace("(NUL)", "\0");
        int before = customer.received().size();
        try (LoggedLines logged = LoggedLines.capture()) {
            inbox.put(source.replace(PLACEHOLDER, asked));
            inbox.put("From: desk@shop.example\nMessage-ID: <next." + odd.getFileName() + "@shop.example>\nIn-Reply-To: "
                    + asked + "\n\nThe next one.\n");

            boolean answers = source.contains(PLACEHOLDER);
            await().untilAsserted(() -> assertThat(texts(before)).containsExactlyElementsOf(answers
                    ? List.of("Yes, Tuesday at ten.", "The next one.") : List.of("The next one.")));
            await().untilAsserted(() -> assertThat(inbox.seen()).containsExactly(true, true));
            if (!answers) {
                assertThat(queues.dead().reason()).isEqualTo("The mail answers no conversation that is known here.");
            }
            assertThat(logged.lines()).noneMatch(line -> line.contains("example") || line.contains("Tuesday"));
        }
    }

    private List<String> texts(int from) {
        List<Phone.Received> all = customer.received();
        return all.subList(from, all.size()).stream().map(Phone.Received::body).toList();
    }
}
