// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Option;
import dev.conversations.api.text.Json;
import dev.conversations.camel.once.Key;
import dev.conversations.camel.options.Headers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Message;

/**
 * The arguments of one endpoint's calls. What is said on purpose counts, headers before the keys of a map in the body before the URI;
 * what happens to lie in the body counts where nothing is said. What the URI says is checked once, when this is made.
 */
public final class Arguments {

    private static final Option LIMIT = ofLists("limit", Option.Type.INTEGER);
    private static final Option STREAMING = ofLists("streaming", Option.Type.BOOLEAN);
    private static final String PAGE_SIZE = "pageSize";

    private final Operation operation;
    private final Map<String, Option> options;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, Object> fixed = new HashMap<>();
    private final Map<String, Object> defaults;
    private final Body body;

    /**
     * @param uri what the URI says; the operation's options are taken out of it
     * @param chatServiceSid the service of calls that name none and could; may be null or blank
     * @throws IllegalArgumentException naming the option that is wrong and what it takes
     */
    public Arguments(Operation operation, Map<String, Object> uri, String chatServiceSid) {
        this.operation = operation;
        this.options = options(operation);
        this.body = new Body(operation, options.keySet());
        options.keySet().forEach(name -> headers.put(name, Headers.of(name)));
        boolean service = chatServiceSid != null && !chatServiceSid.isBlank() && options.containsKey(Operation.CHAT_SERVICE_SID);
        defaults = service ? Map.of(Operation.CHAT_SERVICE_SID, chatServiceSid) : Map.of();
        for (String name : List.copyOf(uri.keySet())) {
            if (options.containsKey(name)) {
                fixed.put(name, uri.remove(name));
            }
        }
        Map<String, Object> said = said();
        said.forEach((name, value) -> options.get(name).check(value));
        call(said);
    }

    /** The names of all options, in the order of the model. */
    public Set<String> names() {
        return options.keySet();
    }

    /**
     * What the URI alone asks for.
     *
     * @throws IllegalArgumentException naming the option that is missing
     */
    public Map<String, Object> alone() {
        Map<String, Object> said = said();
        options.values().stream().filter(option -> option.required() && !said.containsKey(option.name())).findFirst()
                .ifPresent(option -> {
                    throw new IllegalArgumentException(operation + " needs option " + option.name() + " in the URI");
                });
        return Map.copyOf(said);
    }

    private Map<String, Object> said() {
        Map<String, Object> said = new HashMap<>(defaults);
        said.putAll(fixed);
        return said;
    }

    /**
     * What a message asks for.
     *
     * @throws IllegalArgumentException naming the option or key that is wrong
     */
    public Call of(Message message) {
        Map<String, Object> values = new HashMap<>(fixed);
        Object content = Json.plain(message.getBody());
        if (content instanceof Map<?, ?> map) {
            body.say(map, values);
            addHeaders(message, values);
        } else {
            addHeaders(message, values);
            body.add(message, content, values);
        }
        defaults.forEach(values::putIfAbsent);
        return call(values);
    }

    private void addHeaders(Message message, Map<String, Object> values) {
        if (message.hasHeaders()) {
            headers.forEach((name, header) -> {
                Object value = message.getHeader(header);
                if (value != null) {
                    values.put(name, Json.plain(value));
                }
            });
        }
    }

    private Call call(Map<String, Object> values) {
        if (!operation.isList()) {
            return new Call(values, Long.MAX_VALUE, false, operation.trails().isEmpty() ? null : Key.takenFrom(values));
        }
        long limit = limit(values.remove(LIMIT.name()));
        if (limit < operation.resource().maxPageSize()) {
            values.putIfAbsent(PAGE_SIZE, limit);
        }
        return new Call(values, limit, streaming(values.remove(STREAMING.name())));
    }

    private static long limit(Object value) {
        if (value == null) {
            return Long.MAX_VALUE;
        }
        LIMIT.check(value);
        long limit = Long.parseLong(value.toString().trim());
        if (limit < 1) {
            throw new IllegalArgumentException("Option limit must be at least 1");
        }
        return limit;
    }

    private static boolean streaming(Object value) {
        if (value == null) {
            return false;
        }
        STREAMING.check(value);
        return Boolean.parseBoolean(value.toString().trim());
    }

    private static Map<String, Option> options(Operation operation) {
        Map<String, Option> options = new LinkedHashMap<>(operation.options());
        if (operation.isList()) {
            options.put(LIMIT.name(), LIMIT);
            options.put(STREAMING.name(), STREAMING);
        }
        if (!operation.trails().isEmpty()) {
            options.putAll(Key.options());
        }
        return options;
    }

    /** An option of lists that is ours, not Twilio's. */
    private static Option ofLists(String name, Option.Type type) {
        return new Option(name, name, Option.Place.QUERY, type, Set.of(), List.of(), null);
    }
}
