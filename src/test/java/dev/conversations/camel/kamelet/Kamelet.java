// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.kamelet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A Kamelet as its file has it.
 *
 * @param file the name of the file
 * @param tree the file as maps, lists and values
 */
record Kamelet(String file, String text, Map<?, ?> tree) {

    static final Path DIRECTORY = Path.of("catalog/kamelets");
    static final String ANNOTATIONS = "metadata/annotations";

    static Kamelet of(String file, String text) {
        return new Kamelet(file, text, (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    /** All that are shipped, by their names. */
    static List<Kamelet> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().map(file -> of(file.getFileName().toString(), read(file))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands at a path of keys, each after a slash; null when nothing does. */
    Object at(String path) {
        Object value = tree;
        for (String key : path.split("/")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    String text(String path) {
        Object value = at(path);
        return value == null ? "" : value.toString();
    }

    /** The map at a path, by its keys; empty when there is none. */
    Map<String, Object> map(String path) {
        return map(at(path));
    }

    static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> found) {
            found.forEach((key, each) -> map.put(String.valueOf(key), each));
        }
        return map;
    }

    List<String> list(String path) {
        return at(path) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    String name() {
        return text("metadata/name");
    }

    /** Source, sink or action. */
    String type() {
        return String.valueOf(map("metadata/labels").get("camel.apache.org/kamelet.type"));
    }

    String annotation(String name) {
        Object value = map(ANNOTATIONS).get("camel.apache.org/" + name);
        return value == null ? "" : value.toString();
    }

    Map<String, Object> properties() {
        return map("spec/definition/properties");
    }

    List<String> required() {
        return list("spec/definition/required");
    }

    /** The steps in the order in which they are written, those within others too, as name and content. */
    List<Map.Entry<String, Object>> steps() {
        List<Map.Entry<String, Object>> steps = new ArrayList<>();
        collect(at("spec/template/from/steps"), steps);
        return steps;
    }

    private static void collect(Object list, List<Map.Entry<String, Object>> steps) {
        if (list instanceof List<?> each) {
            each.stream().flatMap(step -> map(step).entrySet().stream()).forEach(step -> {
                steps.add(step);
                inside(step.getValue(), steps);
            });
        }
    }

    private static void inside(Object content, List<Map.Entry<String, Object>> steps) {
        if (content instanceof List<?> list) {
            list.forEach(each -> inside(each, steps));
        }
        map(content).forEach((key, value) -> {
            if (key.equals("steps")) {
                collect(value, steps);
            } else {
                inside(value, steps);
            }
        });
    }
}
