// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.kamelet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What Camel's catalog of Kamelets and the tools that show it ask of a Kamelet, but for its template. */
final class MetadataRules {

    private static final String ICON = "data:image/svg+xml;base64,";
    private static final Set<String> NAMESPACES = Set.of("Social", "Messaging");
    private static final Set<String> SMALL = Set.of("a", "an", "the", "of", "to", "for", "in", "on", "at", "and", "or", "by", "with", "from");
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean");
    private static final String DESCRIPTOR = "urn:camel:group:credentials";

    private final String version;
    private final List<String> faults = new ArrayList<>();

    private MetadataRules(String version) {
        this.version = version;
    }

    /** @param version of the artifact that holds them */
    static List<String> faults(List<Kamelet> kamelets, String version) {
        MetadataRules rules = new MetadataRules(version);
        kamelets.forEach(rules::identity);
        kamelets.forEach(rules::annotations);
        kamelets.forEach(rules::definition);
        kamelets.forEach(rules::dataTypes);
        kamelets.forEach(rules::dependencies);
        rules.unique(kamelets, "title", kamelet -> kamelet.text("spec/definition/title"));
        rules.unique(kamelets, "description", kamelet -> kamelet.text("spec/definition/description"));
        rules.sameTitles(kamelets);
        return rules.faults;
    }

    private void check(boolean right, Kamelet kamelet, String fault) {
        if (!right) {
            faults.add(kamelet.file() + ": " + fault);
        }
    }

    private void identity(Kamelet kamelet) {
        check(kamelet.text().startsWith("# Licensed under the Apache License, Version 2.0"), kamelet, "no licence header");
        check(kamelet.text("apiVersion").equals("camel.apache.org/v1") && kamelet.text("kind").equals("Kamelet"), kamelet, "no Kamelet of v1");
        check(kamelet.file().equals(kamelet.name() + ".kamelet.yaml"), kamelet, "file is not named by the Kamelet");
        check(kamelet.type().matches("source|sink|action") && kamelet.name().endsWith("-" + kamelet.type()), kamelet,
                "name does not end with the type");
    }

    private void annotations(Kamelet kamelet) {
        List.of("kamelet.group", "provider").forEach(name ->
                check(!kamelet.annotation(name).isBlank(), kamelet, "no annotation " + name));
        check(!kamelet.annotation("provider").equals("Apache Software Foundation"), kamelet, "provider is another's");
        check(NAMESPACES.contains(kamelet.annotation("kamelet.namespace")), kamelet, "namespace is none of the catalog's");
        check(kamelet.annotation("kamelet.support.level").matches("Stable|Preview"), kamelet, "support level is none of the catalog's");
        check(kamelet.annotation("catalog.version").equals(version), kamelet, "catalog.version is not " + version);
        check(isOwnDrawing(kamelet.annotation("kamelet.icon")), kamelet, "icon is no SVG within the file");
    }

    private static boolean isOwnDrawing(String icon) {
        if (!icon.startsWith(ICON)) {
            return false;
        }
        String svg = new String(Base64.getDecoder().decode(icon.substring(ICON.length())), StandardCharsets.UTF_8);
        return svg.startsWith("<svg ") && !svg.matches("(?s).*(<script|href|url\\().*");
    }

    private void definition(Kamelet kamelet) {
        String kind = kamelet.type().isEmpty() ? "" : Character.toUpperCase(kamelet.type().charAt(0)) + kamelet.type().substring(1);
        check(kamelet.text("spec/definition/title").endsWith(" " + kind), kamelet, "title does not end with " + kind);
        check(!kamelet.text("spec/definition/description").isBlank(), kamelet, "no description");
        check(kamelet.text("spec/definition/type").equals("object"), kamelet, "definition is no object");
        check(kamelet.properties().keySet().containsAll(kamelet.required()), kamelet, "a required property is not defined");
        check(new HashSet<>(kamelet.required()).size() == kamelet.required().size(), kamelet, "a property is required twice");
        kamelet.properties().forEach((name, content) -> property(kamelet, name, Kamelet.map(content)));
    }

    private void property(Kamelet kamelet, String name, Map<String, Object> property) {
        String where = "property " + name + ": ";
        check(name.matches("[a-z][A-Za-z]*") && !name.equals("id"), kamelet, where + "no name for a property");
        String title = String.valueOf(property.getOrDefault("title", ""));
        check(isTitle(title), kamelet, where + "title is not written as one");
        check(!String.valueOf(property.getOrDefault("description", "")).isBlank(), kamelet, where + "no description");
        check(TYPES.contains(String.valueOf(property.get("type"))), kamelet, where + "type is missing or not flat");
        secrets(kamelet, where, name, property);
        Object standard = property.get("default");
        check(standard == null || !kamelet.required().contains(name), kamelet, where + "required, and has a default");
        check(!(property.get("enum") instanceof List<?> values) || standard == null || values.contains(standard), kamelet,
                where + "default is none of its values");
        for (String value : List.of("default", "example")) {
            check(!(property.get("pattern") instanceof String pattern) || property.get(value) == null
                    || String.valueOf(property.get(value)).matches(pattern), kamelet, where + value + " does not fit its pattern");
        }
    }

    private static boolean isTitle(String title) {
        return !title.isBlank() && !title.matches("(The|A|An) .*") && Arrays.stream(title.split(" "))
                .allMatch(word -> SMALL.contains(word) || Character.isUpperCase(word.charAt(0)));
    }

    private void secrets(Kamelet kamelet, String where, String name, Map<String, Object> property) {
        boolean password = "password".equals(property.get("format"));
        List<?> descriptors = property.get("x-descriptors") instanceof List<?> list ? list : List.of();
        boolean secret = name.matches("(?i).*(token|secret|password)");
        check(!secret || password, kamelet, where + "a secret without format password");
        check(!password && !name.matches("accountSid|apiKeySid") || descriptors.contains(DESCRIPTOR), kamelet,
                where + "a credential without " + DESCRIPTOR);
        check(descriptors.isEmpty() || descriptors.equals(List.of(DESCRIPTOR)), kamelet, where + "descriptors other than " + DESCRIPTOR);
    }

    private void dataTypes(Kamelet kamelet) {
        Set<String> directions = kamelet.type().equals("source") ? Set.of("out") : Set.of("in", "out");
        check(kamelet.map("spec/dataTypes").keySet().equals(directions), kamelet, "data types are not those of " + directions);
        kamelet.map("spec/dataTypes").forEach((direction, content) -> {
            Map<String, Object> types = Kamelet.map(Kamelet.map(content).get("types"));
            check(types.containsKey(String.valueOf(Kamelet.map(content).get("default"))), kamelet, direction + ": no default data type");
            types.forEach((name, type) -> described(kamelet, direction + ": data type " + name, Kamelet.map(type),
                    "application/octet-stream".equals(Kamelet.map(type).get("mediaType"))
                            ? List.of("description", "mediaType") : List.of("format", "description", "mediaType")));
            types.values().forEach(type -> Kamelet.map(Kamelet.map(type).get("headers")).forEach((name, header) -> described(kamelet,
                    direction + ": header " + name, Kamelet.map(header), List.of("title", "description", "type"))));
        });
    }

    private void described(Kamelet kamelet, String what, Map<String, Object> content, List<String> keys) {
        keys.forEach(key -> check(!String.valueOf(content.getOrDefault(key, "")).isBlank(), kamelet, what + " has no " + key));
    }

    private void dependencies(Kamelet kamelet) {
        List<String> dependencies = kamelet.list("spec/dependencies");
        check(dependencies.stream().allMatch(each -> each.matches("camel:[a-z0-9-]+|mvn:[^:]+:[^:]+:[^:]+|github:apache/.+")), kamelet,
                "a dependency that the catalog does not know");
        check(!dependencies.contains("camel:core"), kamelet, "camel:core is no dependency");
        check(dependencies.contains("camel:kamelet"), kamelet, "no dependency camel:kamelet");
        check(dependencies.contains("mvn:dev.conversations:camel-twilio-conversations:" + version), kamelet, "no dependency on " + version);
        check(!kamelet.text().contains("marshal:") || dependencies.contains("camel:jackson"), kamelet, "no dependency camel:jackson");
        check(!kamelet.text("spec/template/from/uri").contains(":events/") || dependencies.contains("camel:platform-http"), kamelet,
                "no dependency camel:platform-http");
    }

    private void unique(List<Kamelet> kamelets, String what, Function<Kamelet, String> value) {
        Set<String> seen = new HashSet<>();
        kamelets.forEach(kamelet -> check(seen.add(value.apply(kamelet)), kamelet, what + " is another's"));
    }

    /** One property has one name for people everywhere. */
    private void sameTitles(List<Kamelet> kamelets) {
        Map<String, Object> titles = new HashMap<>();
        kamelets.forEach(kamelet -> kamelet.properties().forEach((name, content) -> {
            Object title = Kamelet.map(content).get("title");
            check(titles.computeIfAbsent(name, key -> title).equals(title), kamelet, "property " + name + ": titled otherwise elsewhere");
        }));
    }
}
