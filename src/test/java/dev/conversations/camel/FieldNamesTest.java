// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.conversations.api.text.Json;
import dev.conversations.model.Conversation;
import dev.conversations.model.Message;
import dev.conversations.model.Participant;
import dev.conversations.model.Receipt;
import dev.conversations.model.User;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Reply;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one thing is called in the JSON of events, in that of items and in routes: the page has all of it, and it is so. */
class FieldNamesTest {

    private static final Map<String, Class<?>> RECORDS = Map.of("Conversation", Conversation.class, "Message", Message.class,
            "Participant", Participant.class, "Delivery", Receipt.class, "User", User.class);
    private static final DefaultCamelContext CONTEXT = new DefaultCamelContext();

    @BeforeAll
    static void start() {
        CONTEXT.start();
    }

    @AfterAll
    static void stop() {
        CONTEXT.stop();
    }

    /**
     * A parameter of events, and what it is in the items that they are about.
     *
     * @param item its names in the JSON of items
     * @param read its names in routes that have an item as body
     */
    private record Field(String parameter, Set<String> item, Set<String> read) {

        /** The name in routes that have an event as body, and of an option. */
        String camel() {
            return Character.toLowerCase(parameter.charAt(0)) + parameter.substring(1).replace(".", "");
        }

        String row() {
            return "| `%s` | `%s` | %s | %s |".formatted(camel(), parameter, cell(item), cell(read));
        }

        private static String cell(Set<String> names) {
            return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        }

        @Override
        public String toString() {
            return parameter;
        }
    }

    static List<Field> fields() {
        return Arrays.stream(EventType.values()).flatMap(type -> type.parameters().stream()).collect(Collectors.toCollection(TreeSet::new))
                .stream().map(FieldNamesTest::field).toList();
    }

    private static Field field(String parameter) {
        Set<String> item = new LinkedHashSet<>();
        Set<String> read = new LinkedHashSet<>();
        Arrays.stream(EventType.values()).filter(type -> type.parameters().contains(parameter)).map(FieldNamesTest::thing).distinct()
                .sorted().forEach(thing -> names(thing, parameter).ifPresent(name -> {
                    item.add(name);
                    read.add(read(name));
                }));
        return new Field(parameter, item, read);
    }

    /** What an event is about. */
    private static String thing(EventType type) {
        return RECORDS.keySet().stream().filter(name -> type.event().startsWith("on" + name)).findFirst().orElseThrow();
    }

    private static Optional<String> names(String thing, String parameter) {
        Set<String> json = Arrays.stream(RECORDS.get(thing).getDeclaredFields())
                .map(field -> field.getAnnotation(JsonProperty.class)).filter(Objects::nonNull).map(JsonProperty::value).collect(Collectors.toSet());
        if (parameter.equals((thing.equals("Delivery") ? "DeliveryReceipt" : thing) + "Sid")) {
            return Optional.of("sid");
        }
        String name = snake(parameter);
        return Optional.of(name).filter(found -> json.contains(found.split("\\.")[0]));
    }

    private static String snake(String parameter) {
        return parameter.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** {@code messaging_binding.address} as {@code messagingBinding[address]}: what lies within a record is a map. */
    private static String read(String json) {
        String[] parts = json.split("\\.");
        StringBuilder name = new StringBuilder();
        for (String word : parts[0].split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name + (parts.length == 1 ? "" : "[" + parts[1] + "]");
    }

    @Test
    void thePageHasThemAll() throws IOException {
        assertThat(fields()).filteredOn(field -> !field.item().isEmpty()).hasSizeGreaterThan(25);
        String rows = fields().stream().map(Field::row).collect(Collectors.joining("\n"));

        assertThat(Files.readString(Path.of("docs/fields.md"))).contains("|---|---|---|---|\n" + rows + "\n\n");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void routesReadThemAsThePageSays(Field field) {
        String value = switch (field.parameter()) {
            case "Attributes" -> "{\"a\": 1}";
            case "Media" -> "[{\"Sid\": \"ME1\"}]";
            case "Index", "LastReadMessageIndex", "ErrorCode" -> "7";
            case "isOnline", "isNotifiable" -> "true";
            default -> field.parameter().startsWith("Date") ? "2026-11-26T10:00:00Z" : "some";
        };
        WebhookEvent event = new WebhookEvent(Map.of(field.parameter(), List.of(value)));
        assertThat(evaluated(event, field.camel())).isNotNull();
        assertThat(Json.toMap(event)).containsOnlyKeys(field.parameter());

        for (String thing : things(field)) {
            String name = names(thing, field.parameter()).orElseThrow();
            String[] parts = name.split("\\.");
            Object within = parts.length == 1 ? (field.parameter().equals("Media") ? List.of(Map.of("sid", "ME1")) : value) : Map.of(parts[1], value);
            Object item = Json.fromMap(Map.of(parts[0], within), RECORDS.get(thing));
            assertThat(evaluated(item, read(name))).as(thing).isNotNull();
        }
    }

    private static List<String> things(Field field) {
        return Stream.of(EventType.values()).filter(type -> type.parameters().contains(field.parameter())).map(FieldNamesTest::thing)
                .distinct().filter(thing -> names(thing, field.parameter()).isPresent()).toList();
    }

    @Test
    void theKindsAreAsThePageSays() {
        WebhookEvent event = WebhookEvent.parse("EventType=onMessageAdded&Index=7&ErrorCode=30005&DateCreated=2026-11-26T10:00:00Z"
                + "&Attributes=%7B%22order%22:4711%7D&Media=%5B%7B%22Sid%22:%22ME1%22%7D%5D&MessageBody=Hello");
        assertThat(Json.toMap(event)).containsEntry("Index", "7").containsEntry("ErrorCode", "30005")
                .containsEntry("Attributes", Map.of("order", 4711)).containsEntry("Media", List.of(Map.of("Sid", "ME1")));
        assertThat(evaluated(event, "attributes[order]")).isEqualTo(4711);
        assertThat(evaluated(event, "index")).isEqualTo(7L);
        assertThat(evaluated(event, "errorCode")).isEqualTo(30005);
        assertThat(evaluated(event, "dateCreated")).isEqualTo(Instant.parse("2026-11-26T10:00:00Z"));
        assertThat(evaluated(event, "body")).isEqualTo("Hello");

        Message item = Json.fromMap(Map.of("index", 7, "attributes", "{\"order\":4711}", "date_created", "2026-11-26T10:00:00Z"), Message.class);
        assertThat(Json.toMap(item)).containsEntry("index", 7L).containsEntry("attributes", "{\"order\":4711}");
        assertThat(evaluated(item, "attributes")).isEqualTo("{\"order\":4711}");
        assertThat(evaluated(item, "dateCreated")).isEqualTo("2026-11-26T10:00:00Z");
    }

    private static Object evaluated(Object body, String name) {
        Exchange exchange = new DefaultExchange(CONTEXT);
        exchange.getMessage().setBody(body);
        return CONTEXT.resolveLanguage("simple").createExpression("${body." + name + "}").evaluate(exchange, Object.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"friendly_name", "friendlyName", "FriendlyName"})
    void anAnswerMaySpellAFieldInAnyWay(String name) {
        assertThat(Reply.change(Map.of(name, "Order 7")).json(EventType.ON_CONVERSATION_ADD)).isEqualTo("{\"friendly_name\":\"Order 7\"}");
    }
}
