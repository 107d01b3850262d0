// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * YAML of a document: routes in canonical notation that Camel loads, or manifests of Kubernetes whose variables and probes there are,
 * or properties as a tree.
 */
final class YamlSnippet {

    private static final Set<String> HEALTH = Set.of("/observe/health", "/observe/health/live", "/observe/health/ready");

    private YamlSnippet() {}

    static void check(Snippet snippet) throws Exception {
        for (Object document : read(snippet.text())) {
            if (document instanceof Map<?, ?> tree && !tree.containsKey("apiVersion")) {
                Properties properties = new Properties();
                flatten("", tree, properties);
                PropertiesSnippet.check(properties);
            } else if (document instanceof Map<?, ?> manifest && !String.valueOf(manifest.get("apiVersion")).startsWith("camel.apache.org/")) {
                manifest(manifest);
            } else {
                assertThat(Canonical.faults(document)).as("canonical notation").isEmpty();
                load(snippet.text());
            }
        }
    }

    /** The documents of that text. */
    static List<Object> read(String text) {
        List<Object> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build()).loadAllFromString(text).forEach(documents::add);
        return documents;
    }

    private static void load(String yaml) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            if (yaml.contains("templatedRoute:")) {
                templates(context);
            }
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("snippet.camel.yaml", yaml));
        }
    }

    private static void flatten(String prefix, Map<?, ?> tree, Properties into) {
        tree.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(prefix + key + ".", inner, into);
            } else {
                into.setProperty(prefix + key, String.valueOf(value));
            }
        });
    }

    /** Those of the bridge. */
    private static void templates(CamelContext context) throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                String yaml = Files.readString(file);
                if (yaml.contains("\n- routeTemplate:") && !yaml.contains("- templatedRoute:")) {
                    PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(file.getFileName().toString(), yaml));
                }
            }
        }
    }

    private static void manifest(Map<?, ?> manifest) throws IOException {
        assertThat(manifest.get("apiVersion")).as("apiVersion").isNotNull();
        assertThat(manifest.get("kind")).as("kind").isNotNull();
        assertThat(variables(manifest)).isSubsetOf(BridgeSettings.variables());
        assertThat(values(manifest, "httpGet").map(probe -> ((Map<?, ?>) probe).get("path"))).allSatisfy(path ->
                assertThat(HEALTH).contains(String.valueOf(path)));
    }

    private static Set<String> variables(Map<?, ?> manifest) {
        Set<String> names = values(manifest, "env").flatMap(list -> ((List<?>) list).stream())
                .map(variable -> String.valueOf(((Map<?, ?>) variable).get("name"))).collect(Collectors.toSet());
        values(manifest, "stringData").forEach(data -> ((Map<?, ?>) data).keySet().forEach(name -> names.add(String.valueOf(name))));
        return names;
    }

    private static Stream<Object> values(Object tree, String key) {
        if (tree instanceof List<?> list) {
            return list.stream().flatMap(item -> values(item, key));
        }
        if (tree instanceof Map<?, ?> map) {
            return map.entrySet().stream().flatMap(entry -> entry.getKey().equals(key)
                    ? Stream.of(entry.getValue())
                    : values(entry.getValue(), key));
        }
        return Stream.empty();
    }
}
