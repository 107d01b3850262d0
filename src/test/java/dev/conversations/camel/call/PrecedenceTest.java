// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Option;
import dev.conversations.camel.options.Headers;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said on purpose wins over what happens to lie in the body: for every row. */
class PrecedenceTest {

    private static final CamelContext CONTEXT = new DefaultCamelContext();

    static Stream<Operation> operations() {
        return Operations.all().values().stream();
    }

    static Stream<Operation> thoseWithAPlainBody() {
        return operations().filter(operation -> operation.inBody() != null);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aHeaderBeatsAKeyOfTheBodyWhichBeatsTheUri(Operation operation) {
        for (Option option : operation.options().values()) {
            Map<String, Object> uri = Map.of(option.name(), valid(option));
            Map<String, Object> body = Map.of(option.name(), "key");
            Map<String, Object> headers = Map.of(Headers.of(option.name()), "header");
            assertThat(call(operation, uri, null, Map.of())).containsEntry(option.name(), valid(option));
            assertThat(call(operation, uri, body, Map.of())).containsEntry(option.name(), "key");
            assertThat(call(operation, uri, body, headers)).containsEntry(option.name(), "header");
            assertThat(call(operation, uri, null, headers)).containsEntry(option.name(), "header");
        }
    }

    @ParameterizedTest
    @MethodSource("thoseWithAPlainBody")
    void aPlainBodyIsBeatenByAll(Operation operation) {
        String name = operation.inBody();
        Map<String, Object> uri = Map.of(name, valid(operation.options().get(name)));
        assertThat(call(operation, Map.of(), "left over", Map.of())).containsEntry(name, "left over");
        assertThat(call(operation, uri, "left over", Map.of())).isEqualTo(uri);
        assertThat(call(operation, Map.of(), "left over", Map.of(Headers.of(name), "header"))).isEqualTo(Map.of(name, "header"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aRecordTellsWhereToActAndNeverWhatToDo(Operation operation) throws Exception {
        Object record = record(operation.resource().record());
        Map<String, Object> uri = operation.options().values().stream()
                .collect(Collectors.toMap(Option::name, PrecedenceTest::valid));
        assertThat(call(operation, uri, record, Map.of())).isEqualTo(uri);
        Map<String, Object> wanted = operation.inBody() == null ? Map.of() : Map.of(Headers.of(operation.inBody()), "header");
        Map<String, Object> alone = new HashMap<>(call(operation, Map.of(), record, wanted));
        alone.remove(operation.inBody());
        assertThat(alone.keySet()).allMatch(name -> operation.options().get(name).place() == Option.Place.PATH);
        assertThat(alone.values()).allMatch("record"::equals);
    }

    @ParameterizedTest
    @MethodSource("thoseWithAPlainBody")
    void aRecordInPlaceOfWhatToCreateIsRefused(Operation operation) throws Exception {
        Object record = record(operation.resource().record());
        if (operation.method().equals("create")) {
            assertThatIllegalArgumentException().isThrownBy(() -> call(operation, Map.of(), record, Map.of()))
                    .withMessageEndingWith("a part of it would be ${body." + operation.inBody() + "}");
        } else {
            assertThat(call(operation, Map.of(), record, Map.of())).doesNotContainKey(operation.inBody());
        }
    }

    private static Map<String, Object> call(
            Operation operation, Map<String, Object> uri, Object body, Map<String, Object> headers) {
        Message message = new DefaultExchange(CONTEXT).getMessage();
        message.setBody(body);
        headers.forEach(message::setHeader);
        return new Arguments(operation, new HashMap<>(uri), null).of(message).arguments();
    }

    /** A value that a URI may give. */
    private static Object valid(Option option) {
        if (!option.values().isEmpty()) {
            return option.values().get(0);
        }
        return option.prefix() != null ? option.prefix() + "0".repeat(32) : switch (option.type()) {
            case INTEGER -> "1";
            case BOOLEAN -> "true";
            case DURATION -> "PT1H";
            default -> "uri";
        };
    }

    /** A record whose every text is "record". */
    private static Object record(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(component -> value(component.getType())).toArray();
        return type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new))
                .newInstance(values);
    }

    private static Object value(Class<?> type) {
        return type == String.class ? "record" : type == Map.class ? Map.of() : type == List.class ? List.of() : null;
    }
}
