// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.conversations.api.Credentials;
import dev.conversations.api.StubServer;
import dev.conversations.api.TwilioClient;
import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import dev.conversations.app.Main;
import dev.conversations.webhook.WebhookEvent;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody outside writes a line of his own into a log. */
class OneLineTest {

    private static final String FORGED = "x\r\n2026-01-02 INFO  all is well\u2028\u0085\u001b[2K\b";

    @Test
    void whatTwilioSaysOfAnErrorIsOneLine() throws Exception {
        try (StubServer server = new StubServer(); CloseableHttpClient http = HttpClients.createMinimal()) {
            server.then(400, Map.of(), Json.text(Map.of("code", 20001, "message", FORGED, "more_info", FORGED)));
            TwilioClient client = new TwilioClient(http, server.base(), Credentials.basic("AC1", "secret"));
            TwilioException failure = catchThrowableOfType(TwilioException.class,
                    () -> client.call(Operations.find("conversations", "fetch").orElseThrow(), Map.of("sid", "CH1")));

            oneLine(failure.toString());
            oneLine(String.valueOf(failure.getMoreInfo()));
        }
    }

    @Test
    void anEventIsOneLineOfSidsWhateverItsParametersSay() {
        Stream.of("EventType", "ConversationSid", "MessageSid", "ParticipantSid", "UserSid", "DeliveryReceiptSid").forEach(name -> {
            oneLine(new WebhookEvent(Map.of(name, List.of(FORGED))).toString());
            assertThat(new WebhookEvent(Map.of(name, List.of("+15551230001"))).toString()).doesNotContain("555");
        });
        assertThat(new WebhookEvent(Map.of("EventType", List.of("onMessageAdded"), "MessageSid", List.of("IM1"))))
                .hasToString("onMessageAdded IM1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"appender.file.layout.pattern", "appender.console.layout.pattern"})
    void theBridgesLogKeepsEachMessageInALineOfItsOwn(String pattern) throws Exception {
        Properties settings = new Properties();
        try (InputStream file = Main.class.getResourceAsStream("log4j2.properties")) {
            settings.load(file);
        }
        PatternLayout layout = PatternLayout.newBuilder().withPattern(settings.getProperty(pattern)).withAlwaysWriteExceptions(false).build();
        String line = new String(layout.toByteArray(Log4jLogEvent.newBuilder().setLoggerName("x").setLevel(Level.INFO)
                .setMessage(new SimpleMessage("a\r\nb\nc")).build()), UTF_8);

        assertThat(line.strip()).doesNotContain("\n", "\r").endsWith("a\\r\\nb\\nc");
    }

    private static void oneLine(String text) {
        assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]");
    }
}
