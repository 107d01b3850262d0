// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.conversations.app.BridgeProcess;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.testing.FreePort;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bridge with a mail server that speaks smtps and imaps, and with an account elsewhere. */
class EncryptedMailTest {
    private static final String KEYS = "changeit";
    private static final String SHOP = "%2B15559990000";

    @TempDir
    private static Path directory;

    private static Path keys;
    private static GreenMail mail;
    private static Sandbox account;

    @BeforeAll
    static void start() throws Exception {
        keys = directory.resolve("keys.p12");
        int made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "mail", "-keyalg", "RSA", "-validity", "2",
                "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
                "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", KEYS)
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        assertThat(made).isZero();
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY, keys.toString());
        System.setProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY, KEYS);
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "localhost", "smtps"), new ServerSetup(0, "localhost", "imaps")
        });
        mail.setUser("desk@shop.example", "desk", "desk");
        mail.setUser("bridge@shop.example", "bridge", "bridge");
        mail.start();
        account = Sandbox.start();
        ask("POST", "/v1/Configuration/Addresses", "Type=sms&AutoCreation.Enabled=true&Address=" + SHOP);
    }

    @AfterAll
    static void stop() {
        account.close();
        mail.stop();
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_PASSWORD_PROPERTY);
    }

    @Test
    void aMessageGoesOutAndItsAnswerComesBackEncryptedAndTheConsoleIsSilent() throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(directory, environment(KEYS))) {
            awaitWebhook(bridge);
            Phone customer = account.phone("+15551230001");
            customer.send("+15559990000", "Hello");
            assertThat(mail.waitForIncomingEmail(20_000, 1)).isTrue();

            MimeMessage answer = (MimeMessage) mail.getReceivedMessages()[0].reply(false);
            answer.setFrom("desk@shop.example");
            answer.setText("Welcome");
            answer.saveChanges();
            mail.getUserManager().getUserByEmail("bridge@shop.example").deliver(answer);

            await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                    assertThat(customer.received()).extracting(Phone.Received::body).containsExactly("Welcome"));
            assertThat(bridge.out()).contains(account.accountSid()).doesNotContain("Hello", "Welcome", "+15551230001");
        }
    }

    @Test
    void aServerThatCannotProveWhoItIsGetsNoMail() throws Exception {
        int before = mail.getReceivedMessages().length;
        try (BridgeProcess bridge = BridgeProcess.start(directory, environment(""))) {
            awaitWebhook(bridge);
            account.phone("+15551230002").send("+15559990000", "Hello");

            await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20))
                    .until(() -> bridge.log().contains("Kept as a dead letter of queue-to-email"));
            assertThat(mail.getReceivedMessages()).hasSize(before);
        }
    }

    /** @param password of the keys to trust; with none, only the usual authorities are trusted */
    private static Map<String, String> environment(String password) throws Exception {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "TWILIO_ACCOUNT_SID", account.accountSid(),
                "TWILIO_AUTH_TOKEN", account.authToken(),
                "TWILIO_BASE_URI", account.baseUri().toString(),
                "TWILIO_REGISTRATION", "account",
                "MAIL_SECRET", "a secret",
                "MAIL_SUPPORT", "desk@shop.example",
                "MAIL_BRIDGE", "bridge@shop.example",
                "MAIL_DEAD_LETTERS", "lost@shop.example",
                "RETRIES", "1"));
        int http = FreePort.next();
        environment.put("HTTP_PORT", String.valueOf(http));
        environment.put("PUBLIC_URL", "http://localhost:" + http);
        Map.of("SMTP", mail.getSmtps().getPort(), "IMAP", mail.getImaps().getPort()).forEach((server, port) ->
                environment.putAll(Map.of(server + "_HOST", "localhost", server + "_PORT", String.valueOf(port),
                        server + "_USERNAME", "bridge", server + "_PASSWORD", "bridge")));
        if (!password.isEmpty()) {
            environment.put("JAVA_TOOL_OPTIONS",
                    "-Djavax.net.ssl.trustStore=" + keys + " -Djavax.net.ssl.trustStorePassword=" + password);
        }
        return environment;
    }

    private static void awaitWebhook(BridgeProcess bridge) throws Exception {
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60))
                .until(() -> bridge.out().contains("The bridge is up."));
        String url = bridge.out().lines().filter(line -> line.contains("webhooks")).findFirst().orElseThrow()
                .replaceAll(".*http", "http").strip();
        await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(20))
                .until(() -> ask("GET", "/v1/Configuration/Webhooks", "").contains(url));
    }

    private static String ask(String verb, String path, String form) throws Exception {
        String login = account.accountSid() + ":" + account.authToken();
        String basic = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(account.baseUri() + path))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(verb, BodyPublishers.ofString(form)).build(), BodyHandlers.ofString()).body();
    }
}
