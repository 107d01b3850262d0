// SPDX-License-Identifier: Apache-2.0
package dev.conversations.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Option;
import dev.conversations.api.operation.Option.Place;
import dev.conversations.api.operation.Option.Type;
import dev.conversations.webhook.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model says what the API's specification says, operation by operation; drift names the operation. */
class DigestTest {

    /** Instants that the specification declares as mere text in some places. */
    private static final Set<String> INSTANTS = Set.of("LastReadTimestamp");
    /** Values documented elsewhere than in the specification, which has free text here. */
    private static final Set<String> DOCUMENTED_ELSEWHERE = Set.of("Method", "BindingType");

    static List<String> operations() throws IOException {
        return lines("operations.txt");
    }

    static List<String> replies() throws IOException {
        return lines("replies.txt");
    }

    static List<String> events() throws IOException {
        return lines("events.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void theOperationIsInTheModelWithItsParameters(String line) {
        String[] words = line.split(" ");
        Operation operation = byRequest().get(words[1] + " " + words[2]);
        assertThat(operation).as(words[0]).isNotNull();
        assertThat(ours(operation)).as(words[0]).isEqualTo(theirs(operation, words));
        Stream.of(words).filter(word -> word.startsWith("max:")).forEach(max ->
                assertThat("max:" + operation.resource().maxPageSize()).as(words[0]).isEqualTo(max));
    }

    @Test
    void theModelHasNoOperationBesides() throws IOException {
        assertThat(byRequest().keySet())
                .containsExactlyInAnyOrderElementsOf(operations().stream().map(line -> line.split(" ")[1] + " " + line.split(" ")[2]).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("replies")
    void theRecordHasEveryFieldOfTheReply(String line) {
        String[] words = line.split(" ");
        Class<?> record = byRequest().get(words[0] + " " + words[1]).resource().record();
        assertThat(Arrays.stream(record.getRecordComponents()).map(DigestTest::jsonName)).contains(words[2].split(","));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void theEventIsInTheModelWithItsParameters(String line) {
        String[] words = line.split(" ");
        EventType type = EventType.of(words[0]).orElseThrow();
        assertThat(type.before()).isEqualTo(words[1].equals("before"));
        assertThat(type.scoped()).isEqualTo(words[2].equals("*"));
        assertThat(type.changes()).isEqualTo(words[3].equals("-") ? List.of() : List.of(words[3].split(",")));
        assertThat(type.stream()).isEqualTo(words[4].equals("-") ? null : words[4]);
        assertThat(type.parameters()).containsExactlyInAnyOrder(words[5].split(","));
    }

    @Test
    void theModelHasNoEventBesides() throws IOException {
        assertThat(EventType.values()).hasSize(23).hasSize(events().size());
    }

    private static Map<String, Operation> byRequest() {
        Map<String, Operation> requests = new LinkedHashMap<>();
        for (Operation operation : Operations.all().values()) {
            String path = operation.path();
            for (Option option : operation.options().values()) {
                path = path.replace("{" + option.name() + "}", "{" + option.wire() + "}");
            }
            switch (operation.resource().scope()) {
                case ACCOUNT -> requests.put(operation.verb() + " /v1" + path, operation);
                case SERVICE -> requests.put(operation.verb() + " /v1/Services/{ChatServiceSid}" + path, operation);
                default -> {
                    requests.put(operation.verb() + " /v1" + path, operation);
                    requests.put(operation.verb() + " /v1/Services/{ChatServiceSid}" + path, operation);
                }
            }
        }
        return requests;
    }

    private static Set<String> ours(Operation operation) {
        return operation.options().values().stream().filter(option -> option.place() != Place.PATH)
                .map(option -> "%s:%s:%s%s".formatted(
                        option.place().name().toLowerCase(Locale.ROOT), option.wire(), type(option), option.required() ? "!" : "")
                        + (option.values().isEmpty() || DOCUMENTED_ELSEWHERE.contains(option.wire()) ? ""
                                : "=" + String.join("|", new TreeSet<>(option.values()))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> theirs(Operation operation, String[] words) {
        return Stream.of(words).skip(3).filter(word -> !word.startsWith("max:"))
                .map(word -> sorted(operation, word)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sorted(Operation operation, String word) {
        String[] halves = word.split("=");
        String name = halves[0].split(":")[1];
        if (halves[0].startsWith("header:")) {
            return halves[0];
        }
        if (INSTANTS.contains(name)) {
            return halves[0].replace(":string", ":datetime");
        }
        boolean restated = operation.isList() && name.equals("Type");
        return halves.length == 1 && !restated ? halves[0]
                : halves[0] + "=" + String.join("|", new TreeSet<>(restated
                        ? operation.options().get("type").values() : List.of(halves[1].split("\\|"))));
    }

    private static String type(Option option) {
        if (option.place() == Place.HEADER) {
            return "string";
        }
        return option.type() == Type.LIST || option.type() == Type.JSON_LIST ? "string[]"
                : switch (option.type()) {
                    case INTEGER -> "integer";
                    case BOOLEAN -> "boolean";
                    case DATETIME -> "datetime";
                    default -> "string";
                };
    }

    private static String jsonName(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream text = DigestTest.class.getResourceAsStream(resource)) {
            return new String(text.readAllBytes(), UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
