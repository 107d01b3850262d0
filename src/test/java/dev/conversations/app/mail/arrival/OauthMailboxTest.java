// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.LoggedLines;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.mail.server.RawMail;
import dev.conversations.app.mail.server.TokenServer;
import dev.conversations.app.mail.server.TokenSmtp;
import dev.conversations.app.start.Services;
import dev.conversations.sandbox.Phone;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A bridge whose mail servers take nothing but tokens: Dovecot to read, and to send a server that knows XOAUTH2 alone. */
@EnabledIf(value = "dev.conversations.app.mail.arrival.Dovecot#isWanted", disabledReason = Dovecot.MISSING)
class OauthMailboxTest {
    private static final String OWNER = "bridge@shop.example";
    private static final String SHOP = "+15559990000";

    private final Services running = new Services();
    private final Map<String, String> environment = new TreeMap<>();
    private TokenServer provider;
    private TokenSmtp smtp;
    private Dovecot dovecot;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws Exception {
        provider = running.started(new TokenServer(OWNER));
        smtp = running.started(new TokenSmtp(OWNER, provider::isGood));
        dovecot = running.started(Dovecot.demandingTokens(provider.introspection()));
        environment.putAll(Map.of("MAIL_SECRET", "a secret", "MAIL_SUPPORT", "desk@shop.example", "MAIL_BRIDGE", OWNER,
                "MAIL_DEAD_LETTERS", "lost@shop.example", "MAIL_OAUTH_FILE", directory.resolve("token").toString(),
                "MAIL_OAUTH_TOKEN_URI", provider.uri().toString(), "MAIL_OAUTH_CLIENT_ID", TokenServer.CLIENT,
                "MAIL_OAUTH_CLIENT_SECRET", TokenServer.SECRET));
        environment.putAll(Map.of("SMTP_HOST", "localhost", "SMTP_PORT", String.valueOf(smtp.port()), "SMTP_SECURITY", "none",
                "SMTP_USERNAME", OWNER, "IMAP_HOST", "localhost", "IMAP_PORT", String.valueOf(dovecot.port()),
                "IMAP_SECURITY", "none", "IMAP_USERNAME", OWNER));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aMessageGoesOutAndItsAnswerComesIn() throws Exception {
        try (LoggedLines logged = LoggedLines.capture()) {
            Phone customer = bridge().sandbox().phone("+15551230041");

            answered(customer, "Hello", 1);

            assertThat(provider.requests()).hasSize(1);
            assertThat(logged.lines()).noneMatch(line -> line.contains(TokenServer.BEGINNING) || line.contains("hidden"));
        }
    }

    @Test
    void tokensThatEndAreReplacedBeforeTheyDo() throws Exception {
        environment.put("MAIL_OAUTH_REFRESH_TOKEN", TokenServer.REFRESH);
        provider.rotate();
        provider.giveTokensFor(1);
        Phone customer = bridge().sandbox().phone("+15551230042");

        for (int i = 1; i <= 5; i++) {
            answered(customer, "Hello " + i, i);
        }

        assertThat(smtp.refusals()).isZero();
        assertThat(provider.requests()).extracting(form -> form.get("refresh_token")).doesNotHaveDuplicates();
    }

    @Test
    void aTokenThatTheServerToSendWithRefusesIsReplacedAtOnce() throws Exception {
        try (LoggedLines logged = LoggedLines.capture()) {
            Phone customer = bridge().sandbox().phone("+15551230043");
            answered(customer, "Hello", 1);
            provider.takeBack();

            customer.send(SHOP, "Are you there?");

            await().untilAsserted(() -> assertThat(smtp.mails()).hasSize(2));
            assertThat(smtp.refusals()).isEqualTo(1);
            assertThat(logged.lines()).noneMatch(line -> line.contains(TokenServer.BEGINNING) || line.contains("hidden"));
        }
    }

    @Test
    void aTokenThatTheServerToReadFromRefusesIsReplacedAtOnce() throws Exception {
        try (LoggedLines logged = LoggedLines.capture()) {
            RunningBridge bridge = bridge();
            Phone customer = bridge.sandbox().phone("+15551230045");
            customer.send(SHOP, "Hello");
            await().untilAsserted(() -> assertThat(smtp.mails()).hasSize(1));
            bridge.camel().getRouteController().stopRoute("email-to-conversation");
            provider.takeBack();

            bridge.camel().getRouteController().startRoute("email-to-conversation");
            put(smtp.mails().get(0), "Yes");

            await().untilAsserted(() -> assertThat(customer.received()).extracting(Phone.Received::body).contains("Yes"));
            assertThat(provider.refusals()).isEqualTo(1);
            assertThat(logged.lines()).noneMatch(line -> line.contains(TokenServer.BEGINNING) || line.contains("hidden")
                    || line.contains("failed polling"));
        }
    }

    @Test
    void mailsWaitWhileTheProviderIsAway() throws Exception {
        environment.put("RETRIES", "9");
        environment.put("RETRY_DELAY", "100");
        provider.trouble(503);
        try (LoggedLines logged = LoggedLines.capture()) {
            Phone customer = bridge().sandbox().phone("+15551230044");
            customer.send(SHOP, "Hello");
            int asked = provider.requests().size();
            await().until(() -> provider.requests().size() > asked + 2);
            assertThat(smtp.mails()).isEmpty();
            provider.trouble(0);

            await().untilAsserted(() -> assertThat(smtp.mails()).hasSize(1));
            assertThat(logged.lines()).noneMatch(line -> line.contains(TokenServer.BEGINNING) || line.contains("hidden"));
        }
    }

    private RunningBridge bridge() throws Exception {
        return running.started(RunningBridge.start(environment));
    }

    private void answered(Phone customer, String text, int mails) throws Exception {
        customer.send(SHOP, text);
        await().untilAsserted(() -> assertThat(smtp.mails()).hasSize(mails));
        put(smtp.mails().get(mails - 1), "Answer to " + text);
        await().untilAsserted(() -> assertThat(customer.received()).extracting(Phone.Received::body)
                .contains("Answer to " + text));
    }

    /** An answer that refers to nothing, by who has a token of the mailbox. */
    private void put(MimeMessage mail, String text) throws Exception {
        new RawMail.Inbox(dovecot.port(), OWNER, provider.give(), "XOAUTH2").put("From: desk@shop.example\nTo: "
                + mail.getHeader("Reply-To", null) + "\nMessage-ID: <" + text.hashCode() + "@shop.example>\n\n" + text + "\n");
    }
}
