// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Nearest;
import dev.conversations.webhook.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the path of a URI names.
 *
 * @param operation what to call; null when events are received
 */
record Target(String apiName, String methodName, Operation operation) {

    private static final String EVENTS = "events";
    private static final String ALL = "all";

    /**
     * The target of {@code resource/method} or {@code events/event}.
     *
     * @throws IllegalArgumentException naming what is unknown and what is known
     */
    static Target of(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "'%s' must be resource/method, such as messages/create, or events/event, such as events/all"
                            .formatted(path));
        }
        String apiName = path.substring(0, slash);
        String methodName = path.substring(slash + 1);
        if (apiName.equals(EVENTS)) {
            check(events().contains(methodName), "There is no event", methodName, events());
            return new Target(apiName, methodName, null);
        }
        List<String> methods = operations()
                .filter(row -> row.resource().name().equals(apiName)).map(Operation::method).toList();
        check(!methods.isEmpty(), "There is no resource", apiName, resources());
        check(methods.contains(methodName), apiName + " has no method", methodName, methods);
        return new Target(apiName, methodName, Operations.find(apiName, methodName).orElseThrow());
    }

    /** Whether it is the media service that is called. */
    boolean isMedia() {
        return operation != null && Operations.ofMedia().containsKey(operation.name());
    }

    boolean isEvents() {
        return operation == null;
    }

    private static List<String> events() {
        return Stream.concat(Stream.of(ALL), Arrays.stream(EventType.values()).map(EventType::event)).toList();
    }

    private static List<String> resources() {
        return Stream.concat(operations().map(row -> row.resource().name()).distinct(), Stream.of(EVENTS)).toList();
    }

    private static Stream<Operation> operations() {
        return Stream.concat(Operations.all().values().stream(), Operations.ofMedia().values().stream());
    }

    private static void check(boolean known, String fault, String name, List<String> names) {
        if (!known) {
            throw new IllegalArgumentException(
                    "%s '%s'; there are %s%s".formatted(fault, name, String.join(", ", names), Nearest.question(name, names)));
        }
    }
}
