// SPDX-License-Identifier: Apache-2.0
package dev.conversations.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.conversations.api.Credentials;
import dev.conversations.api.MediaClient;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Resource;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.WebhookCatcher;
import dev.conversations.sandbox.Wire;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas describe what Twilio's sandbox answers and tells, and what the records and events are as JSON. */
class SchemasTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String ACCOUNT = "AC" + "0".repeat(32);

    static Stream<String> names() {
        return Stream.concat(records().keySet().stream(), Arrays.stream(EventType.values()).map(EventType::event));
    }

    private static Map<String, Class<?>> records() {
        return Stream.concat(Operations.all().values().stream(), Operations.ofMedia().values().stream()).map(Operation::resource)
                .map(Resource::record).distinct().collect(Collectors.toMap(Class::getSimpleName, type -> type));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRecordAndEventHasASchemaThatSaysWhatItsFieldsAre(String name) {
        JsonNode schema = CatalogFile.json("schemas/" + name + ".schema.json");
        assertThat(schema.get("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("title").asText()).isEqualTo(name);
        assertThat(schema.get("description").asText()).isNotBlank();
        assertThat(faults("https://json-schema.org/draft/2020-12/schema", schema.toString())).isEmpty();
        assertThat(schema.get("properties").properties()).isNotEmpty()
                .allSatisfy(field -> assertThat(field.getValue().get("description").asText()).as(field.getKey()).endsWith("."));
        assertThat(CatalogFile.packed("META-INF/twilio-conversations/schemas/" + name + ".schema.json")).isEqualTo(
                CatalogFile.text("schemas/" + name + ".schema.json"));
    }

    @Test
    void thereAreNoOthers() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("catalog/schemas"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".schema.json", ""))).containsExactlyInAnyOrderElementsOf(
                    names().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("recordNames")
    void everyFieldOfARecordIsInItsSchema(String name) {
        Set<String> fields = new TreeSet<>();
        CatalogFile.json("schemas/" + name + ".schema.json").get("properties").fieldNames().forEachRemaining(fields::add);
        assertThat(Arrays.stream(records().get(name).getRecordComponents()).map(field -> field.getName())
                .filter(field -> !field.equals("extra")).map(field -> field.replaceAll("([A-Z])", "_$1").toLowerCase()))
                .containsExactlyInAnyOrderElementsOf(fields);
    }

    static Stream<String> recordNames() {
        return records().keySet().stream();
    }

    @Test
    void whatTheSandboxAnswersAndWhatTheRecordsAreIsValid(@TempDir Path directory) throws Exception {
        Map<String, List<String>> replies = new LinkedHashMap<>();
        try (Sandbox sandbox = Sandbox.start(); CloseableHttpClient http = HttpClients.createDefault()) {
            Wire wire = new Wire(sandbox);
            String service = wire.post("/v1/Services", "FriendlyName", "s").text("sid");
            Map.of("+15551230001", "/v1", "+15551230002", "/v1/Services/" + service).forEach((phone, root) -> life(wire, root, phone)
                    .forEach((record, some) -> replies.computeIfAbsent(record, key -> new ArrayList<>()).addAll(some)));
            replies.put("Service", List.of(json(wire.get("/v1/Services/" + service))));
            replies.put("Address", List.of(json(wire.post("/v1/Configuration/Addresses",
                    "Type", "sms", "Address", "+15550000001", "AutoCreation.Enabled", "true"))));
            replies.put("Credential", List.of(json(wire.post("/v1/Credentials", "Type", "fcm", "Secret", "s"))));
            replies.put("Configuration", List.of(json(wire.get("/v1/Configuration"))));
            replies.put("ConfigurationWebhook", List.of(json(wire.get("/v1/Configuration/Webhooks"))));
            replies.put("ServiceConfiguration", List.of(json(wire.get("/v1/Services/" + service + "/Configuration"))));
            replies.put("ServiceWebhook", List.of(json(wire.get("/v1/Services/" + service + "/Configuration/Webhooks"))));
            replies.put("Notification", List.of(json(wire.get("/v1/Services/" + service + "/Configuration/Notifications"))));
            Path file = Files.writeString(directory.resolve("a.txt"), "text");
            replies.put("Media", List.of(CatalogFile.JSON.writeValueAsString(new MediaClient(http, sandbox.baseUri(),
                    Credentials.basic(sandbox.accountSid(), sandbox.authToken())).upload(service, file, "text/plain", "a.txt"))));
        }
        replies.put("Binding", List.of("{\"sid\":\"BS%s\",\"account_sid\":\"%s\",\"message_types\":[\"new_message\"],\"identity\":\"anna\"}"
                .formatted("0".repeat(32), ACCOUNT)));
        assertThat(replies.keySet()).containsExactlyInAnyOrderElementsOf(records().keySet());
        for (Map.Entry<String, List<String>> each : replies.entrySet()) {
            for (String reply : each.getValue()) {
                assertThat(faults(each.getKey(), reply)).as(each.getKey() + " " + reply).isEmpty();
                Object record = CatalogFile.JSON.readValue(reply, records().get(each.getKey()));
                assertThat(faults(each.getKey(), CatalogFile.JSON.writeValueAsString(record))).as(each.getKey()).isEmpty();
            }
        }
    }

    /** Items of every resource that is both in the account and in services, as the replies are, by record. */
    private static Map<String, List<String>> life(Wire wire, String root, String phone) {
        Map<String, List<String>> replies = new LinkedHashMap<>();
        Wire.Reply conversation = wire.post(root + "/Conversations", "FriendlyName", "f", "State", "active", "Timers.Inactive", "PT5M");
        String path = root + "/Conversations/" + conversation.text("sid");
        Wire.Reply person = wire.post(path + "/Participants",
                "MessagingBinding.Address", phone, "MessagingBinding.ProxyAddress", "+15550000001");
        Wire.Reply agent = wire.post(path + "/Participants", "Identity", "agent");
        Wire.Reply message = wire.post(path + "/Messages", "Author", "agent", "Body", "Hello");
        String messagePath = path + "/Messages/" + message.text("sid");
        await().until(() -> !wire.get(messagePath + "/Receipts").items("delivery_receipts").isEmpty());
        replies.put("Conversation", List.of(json(conversation), json(wire.post(root + "/ConversationWithParticipants",
                "Participant", "{\"identity\":\"b\"}")), json(wire.get(path))));
        replies.put("Participant", List.of(json(person), json(agent)));
        replies.put("Message", List.of(json(message), json(wire.get(messagePath))));
        replies.put("Receipt", items(wire.get(messagePath + "/Receipts"), "delivery_receipts"));
        replies.put("Webhook", List.of(json(wire.post(path + "/Webhooks", "Target", "webhook",
                "Configuration.Url", "https://example.com/", "Configuration.Filters", "onMessageAdded"))));
        replies.put("Role", items(wire.get(root + "/Roles"), "roles"));
        replies.put("User", items(wire.get(root + "/Users"), "users"));
        replies.put("UserConversation", items(wire.get(root + "/Users/agent/Conversations"), "conversations"));
        replies.put("ParticipantConversation", items(wire.get(root + "/ParticipantConversations?Identity=agent"), "conversations"));
        return replies;
    }

    @Test
    void whatTheSandboxTellsIsValid() {
        try (Sandbox sandbox = Sandbox.start(); WebhookCatcher catcher = new WebhookCatcher()) {
            Wire wire = new Wire(sandbox);
            List<String> form = new ArrayList<>(List.of("PreWebhookUrl", catcher.url("/"), "PostWebhookUrl", catcher.url("/")));
            Stream.of(EventType.values()).forEach(type -> form.addAll(List.of("Filters", type.event())));
            wire.post("/v1/Configuration/Webhooks", form.toArray(String[]::new));
            everythingHappens(sandbox, wire);
            await().until(() -> Set.copyOf(catcher.events()).size() == EventType.values().length);
            for (WebhookCatcher.Caught caught : catcher.caught()) {
                String json = CatalogFile.JSON.valueToTree(new WebhookEvent(caught.parameters())).toString();
                assertThat(faults(caught.event(), json)).as(json).isEmpty();
            }
        }
    }

    private static void everythingHappens(Sandbox sandbox, Wire wire) {
        String path = "/v1/Conversations/" + post(wire, "/v1/Conversations", "FriendlyName", "f", "Attributes", "{\"a\":1}").text("sid");
        String person = path + "/Participants/" + post(wire, path + "/Participants",
                "MessagingBinding.Address", "+15551230001", "MessagingBinding.ProxyAddress", "+15550000001").text("sid");
        post(wire, path + "/Participants", "Identity", "agent");
        String message = path + "/Messages/" + post(wire, path + "/Messages", "Author", "agent", "Body", "Hello").text("sid");
        await().until(() -> sandbox.phone("+15551230001").received().size() == 1);
        post(wire, message, "Body", "Hello!");
        wire.send("DELETE", message, "X-Twilio-Webhook-Enabled", "true");
        post(wire, person, "LastReadMessageIndex", "0");
        wire.send("DELETE", person, "X-Twilio-Webhook-Enabled", "true");
        post(wire, path, "State", "inactive");
        wire.send("DELETE", path, "X-Twilio-Webhook-Enabled", "true");
        post(wire, "/v1/Users/" + post(wire, "/v1/Users", "Identity", "someone").text("sid"), "FriendlyName", "g");
    }

    private static Wire.Reply post(Wire wire, String path, String... form) {
        return wire.post(path, Stream.concat(Stream.of("X-Twilio-Webhook-Enabled", "true"), Stream.of(form)).toArray(String[]::new));
    }

    @Test
    void whatIsAnotherThingIsNotValid() {
        assertThat(faults("Message", "{\"sid\":\"CH%s\",\"account_sid\":\"%s\"}".formatted("0".repeat(32), ACCOUNT))).hasSize(1);
        assertThat(faults("Message", "{\"account_sid\":\"%s\"}".formatted(ACCOUNT))).hasSize(1);
        assertThat(faults("Message", "{\"sid\":\"IM%s\",\"account_sid\":\"%s\",\"index\":\"first\"}".formatted("0".repeat(32), ACCOUNT)))
                .hasSize(1);
        assertThat(faults("onMessageAdded", "{\"EventType\":\"onMessageRemoved\",\"MessageSid\":\"IM%1$s\",\"ConversationSid\":\"CH%1$s\"}"
                .formatted("0".repeat(32)))).hasSize(1);
        assertThat(faults("onMessageAdded", "{\"EventType\":\"onMessageAdded\",\"ConversationSid\":\"CH%s\"}".formatted("0".repeat(32))))
                .hasSize(1);
    }

    private static List<Error> faults(String name, String json) {
        Schema schema = name.startsWith("https:") ? REGISTRY.getSchema(SchemaLocation.of(name))
                : REGISTRY.getSchema(CatalogFile.text("schemas/" + name + ".schema.json"), InputFormat.JSON);
        return schema.validate(json, InputFormat.JSON);
    }

    private static String json(Wire.Reply reply) {
        assertThat(reply.status()).as(String.valueOf(reply.body())).isBetween(200, 299);
        return CatalogFile.JSON.valueToTree(reply.body()).toString();
    }

    private static List<String> items(Wire.Reply reply, String name) {
        assertThat(reply.items(name)).isNotEmpty();
        return reply.items(name).stream().map(item -> CatalogFile.JSON.valueToTree(item).toString()).toList();
    }
}
