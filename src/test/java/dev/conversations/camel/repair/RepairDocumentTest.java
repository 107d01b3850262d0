// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.conversations.api.text.Json;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.webhook.WebhookEvent;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the document of repairs shows is run as it stands there. */
class RepairDocumentTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([a-z]+)\\n(.*?)^```$");

    @TempDir
    private Path folder;

    @Test
    void itsRoutesRunWithItsProperties() throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Properties properties = new Properties();
        properties.load(new StringReader(blocks("properties").get(0)));
        Files.writeString(folder.resolve("document.camel.yaml"), String.join("\n", blocks("yaml")).replace("repairDelay: 1m", "repairDelay: 50"));
        Main main = new Main();
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        try (Sandbox sandbox = Sandbox.start()) {
            main.setDefaultPropertyPlaceholderLocation("false");
            properties.forEach((name, value) -> main.addInitialProperty(name.toString(), value.toString()));
            main.addInitialProperty("camel.server.enabled", "true");
            main.addInitialProperty("camel.server.port", "0");
            main.addInitialProperty("camel.component.twilio-conversations.base-uri", sandbox.baseUri().toString());
            main.addInitialProperty("camel.component.twilio-conversations.account-sid", sandbox.accountSid());
            main.addInitialProperty("camel.component.twilio-conversations.auth-token", sandbox.authToken());
            main.configure().setRoutesIncludePattern("file:" + folder.resolve("document.camel.yaml"));
            main.bind("database", database);
            FileLockClusterService cluster = new FileLockClusterService();
            cluster.setRoot("/shared/locks");
            main.bind("cluster", cluster);
            cluster.setRoot(folder.resolve("locks").toString());
            cluster.setAcquireLockDelay(1, TimeUnit.MILLISECONDS);
            main.start();
            CamelContext context = main.getCamelContext();
            ProducerTemplate sender = context.createProducerTemplate();
            ConsumerTemplate receiver = context.createConsumerTemplate();
            await().until(() -> folder.resolve("locks").toFile().list().length > 1);
            assertThat(Files.readString(Path.of("src/test/java/dev/conversations/camel/repair/RepairDocumentTest.java")))
                    .contains(blocks("java").get(0).replaceFirst("(?s)^import .*;\\n\\n", "").indent(12));

            String made = sid(sender.requestBody("twilio-conversations:conversations/create", Map.of()));
            String message = sid(sender.requestBody("twilio-conversations:messages/create", Map.of("conversationSid", made, "body", "Hello")));

            assertThat(receiver.receiveBody("seda:missed", 20_000, WebhookEvent.class).conversationSid()).isEqualTo(made);
            assertThat(receiver.receiveBody("seda:missed", 20_000, WebhookEvent.class).messageSid()).isEqualTo(message);
            assertThat(sid(receiver.receiveBody("seda:archived", 20_000))).isEqualTo(made);
        } finally {
            main.stop();
        }
    }

    @Test
    void itsOptionsAreThoseThereAre() throws Exception {
        JsonNode known;
        try (InputStream in = ConversationsComponent.class.getResourceAsStream(
                "/META-INF/dev/conversations/camel/twilio-conversations.json")) {
            known = new ObjectMapper().readTree(in).get("properties");
        }
        assertThat(Pattern.compile("(?m)^\\| `([a-zA-Z]+)` \\| `?([^|`]*)`? \\|").matcher(text()).results()).hasSize(6).allSatisfy(row -> {
            assertThat(known.has(row.group(1))).as(row.group(1)).isTrue();
            assertThat(row.group(2).trim().replace("memory", "")).isEqualTo(known.get(row.group(1)).path("defaultValue").asText());
        });
    }

    private static String sid(Object item) {
        return Json.toMap(item).get("sid").toString();
    }

    private static List<String> blocks(String language) throws Exception {
        return BLOCK.matcher(text()).results().filter(block -> block.group(1).equals(language)).map(block -> block.group(2)).toList();
    }

    private static String text() throws Exception {
        return Files.readString(Path.of("docs/repair.md"));
    }
}
