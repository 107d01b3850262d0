// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Option;
import dev.conversations.api.operation.Trail;
import dev.conversations.api.text.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * By what an item is told from others.
 *
 * @param finder the operation that finds it
 * @param path where the mark stands in an item, by the names of its JSON
 * @param value what stands there
 * @param member whether it is a member of a JSON object there, which Twilio takes any number of times
 * @param arguments of the create that bear the mark
 */
record Mark(Operation finder, List<String> path, String value, boolean member, Map<String, Object> arguments) {

    /** The member of attributes that bears a key. */
    private static final String MEMBER = "key";

    /**
     * Marks what is to be made.
     *
     * @throws IllegalArgumentException naming the option that is missing, or cannot bear the mark
     */
    static Mark of(Operation operation, Map<String, Object> arguments, String key) {
        List<Trail> trails = operation.trails();
        Trail trail = trails.stream().filter(one -> arguments.get(one.option()) != null).findFirst().orElse(trails.get(0));
        Option option = operation.options().get(trail.option());
        boolean member = option.type() == Option.Type.JSON;
        Map<String, Object> marked = new HashMap<>(arguments);
        if (member) {
            marked.put(option.name(), attributes(option, arguments.get(option.name()), key));
        } else if (!arguments.containsKey(option.name())) {
            if (option.required() || trails.size() > 1) {
                throw new IllegalArgumentException("%s with %s needs option %s".formatted(
                        operation, Key.OPTION, String.join(" or ", trails.stream().map(Trail::option).toList())));
            }
            marked.put(option.name(), key);
        }
        return new Mark(Operations.all().get(trail.finder()), path(option.wire()),
                member ? key : marked.get(option.name()).toString(), member, marked);
    }

    /** The options that say where the item is among its kind. */
    Map<String, Object> place() {
        Map<String, Object> place = new HashMap<>(arguments);
        place.keySet().removeIf(name -> !finder.options().containsKey(name)
                || finder.options().get(name).place() != Option.Place.PATH);
        return place;
    }

    /** Whether an item bears it. */
    boolean isOn(Object item) {
        Object found = Json.field(item, path.get(0));
        for (String name : path.subList(1, path.size())) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return member ? mayHold(found) && value.equals(members(found).get(MEMBER))
                : value.equalsIgnoreCase(Objects.toString(found, null));
    }

    /** Whether JSON is worth reading: where nothing is escaped, what it holds stands there as it is. */
    private boolean mayHold(Object json) {
        return json != null && (json.toString().contains(value) || json.toString().indexOf('\\') >= 0);
    }

    private static Map<String, Object> attributes(Option option, Object given, String key) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        try {
            if (given != null) {
                byte[] json = given instanceof CharSequence text ? text.toString().getBytes(UTF_8) : Json.write(given);
                attributes.putAll(Json.readObject(json));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "Option %s must be a JSON object, to bear %s".formatted(option.name(), Key.OPTION));
        }
        Object there = attributes.putIfAbsent(MEMBER, key);
        if (there != null && !there.equals(key)) {
            throw new IllegalArgumentException("Option %s must have no member %s of its own: %s is written there".formatted(
                    option.name(), MEMBER, Key.OPTION));
        }
        return attributes;
    }

    private static Map<String, Object> members(Object json) {
        try {
            return Json.readObject(Objects.toString(json, "{}").getBytes(UTF_8));
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** {@code MessagingBinding.Address} as {@code messaging_binding} and {@code address}. */
    private static List<String> path(String wire) {
        return List.of(wire.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT).split("\\."));
    }

    @Override
    public String toString() {
        return "Mark[" + finder + "]";
    }
}
