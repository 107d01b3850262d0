// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Scope;
import dev.conversations.sandbox.call.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the operation that a request means. */
public final class Routes {

    /**
     * @param service the SID of the service that the path names; null when it names none
     * @param path the options that the path names
     */
    record Route(Operation operation, String service, Map<String, String> path) {}

    private record Row(Operation operation, String[] segments) {}

    /** Where resources once were, and still answer. */
    private static final Map<String, String> FORMER = Map.of("/Conversations/Webhooks", "/Configuration/Webhooks");

    private final List<Row> rows = new ArrayList<>();

    Routes() {
        Operations.all().values().forEach(operation -> rows.add(new Row(operation, split(operation.path()))));
    }

    /** @param path the path as received, below {@code /v1} */
    Optional<Route> look(String verb, String path) {
        return look(path).filter(route -> route.operation().verb().name().equals(verb)).findFirst();
    }

    /** Why nothing was found: there is no such resource, or it has no such method. */
    Refusal refusal(String path) {
        return look(path).findAny().isPresent() ? Refusal.of(20004) : Refusal.of(20404, "/v1" + path);
    }

    private Stream<Route> look(String path) {
        String[] segments = split(FORMER.getOrDefault(path, path));
        boolean named = segments.length > 2 && segments[0].equals("Services");
        String service = named ? segments[1] : null;
        String[] rest = named ? List.of(segments).subList(2, segments.length).toArray(new String[0]) : segments;
        return rows.stream()
                .filter(row -> row.operation().resource().scope() != (named ? Scope.ACCOUNT : Scope.SERVICE))
                .flatMap(row -> match(row.segments(), rest)
                        .map(values -> new Route(row.operation(), service, values)).stream());
    }

    private static Optional<Map<String, String>> match(String[] template, String[] segments) {
        if (template.length != segments.length) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")) {
                values.put(template[i].substring(1, template[i].length() - 1), decode(segments[i]));
            } else if (!template[i].equals(segments[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static String[] split(String path) {
        return path.substring(1).split("/", -1);
    }

    /** In a path a plus sign is a plus sign. */
    public static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(20001, "The path is not encoded as a URL must be");
        }
    }
}
