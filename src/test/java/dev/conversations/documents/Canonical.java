// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What keeps routes in YAML from being canonical, so that tools read and write them without loss: each step an object, each
 * expression under its name with its text as {@code expression}, options of an endpoint under {@code parameters}.
 */
public final class Canonical {

    private static final Set<String> LANGUAGES = Set.of(
            "simple", "constant", "jsonpath", "xpath", "jq", "groovy", "header", "variable", "exchangeProperty");
    private static final Set<String> FREE = Set.of("parameters", "beans", "headers", "properties", "unmarshal", "marshal", "handled", "continued");

    private Canonical() {}

    /** The faults, each with its place; none when all is well. */
    public static List<String> faults(Object tree) {
        List<String> faults = new ArrayList<>();
        look("", tree, faults);
        return faults;
    }

    private static void look(String place, Object tree, List<String> faults) {
        if (tree instanceof List<?> list) {
            list.forEach(item -> look(place, item, faults));
        } else if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entry(place + "/" + key, String.valueOf(key), value, faults));
        }
    }

    private static void entry(String place, String key, Object value, List<String> faults) {
        boolean expression = parent(place).toLowerCase(Locale.ROOT).endsWith("expression");
        if (expression && LANGUAGES.contains(key)) {
            if (!(value instanceof Map<?, ?> map && map.get("expression") instanceof String)) {
                faults.add(place + " is to be an object whose expression is a text");
            }
            return;
        }
        if (LANGUAGES.contains(key) && !FREE.contains(parent(place))) {
            faults.add(place + " is to stand under expression");
        }
        if (key.equals("steps") && value instanceof List<?> steps) {
            steps.forEach(step -> step(place, step, faults));
        }
        if (key.equals("from") && !(value instanceof Map)) {
            faults.add(place + " is to be an object with a uri");
        }
        if (key.equals("uri") && String.valueOf(value).contains("?")) {
            faults.add(place + " is to have its options under parameters");
        }
        if (!key.equals("parameters")) {
            look(place, value, faults);
        }
    }

    private static void step(String place, Object step, List<String> faults) {
        if (!(step instanceof Map<?, ?> map)) {
            faults.add(place + ": a step is to be an object");
            return;
        }
        map.forEach((name, value) -> {
            if (!(value instanceof Map)) {
                faults.add(place + "/" + name + " is to be an object");
            }
        });
    }

    private static String parent(String place) {
        String[] names = place.split("/");
        return names.length < 2 ? "" : names[names.length - 2];
    }
}
