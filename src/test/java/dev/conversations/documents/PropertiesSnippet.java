// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.conversations.camel.ConversationsComponent;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;

/**
 * Properties of a document: settings of the bridge, options of Camel Main and its components, Kamelets of ours, beans whose
 * classes there are.
 */
final class PropertiesSnippet {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CamelCatalog CATALOG = new DefaultCamelCatalog();
    private static final String COMPONENT = "camel.component.";
    private static final String BEAN = "camel.beans.";
    private static final String KAMELET = "camel.kamelet.";
    private static final String CLASS = "#class:";

    private PropertiesSnippet() {}

    static void check(String text) throws Exception {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        check(properties);
    }

    static void check(Properties properties) throws Exception {
        assertThat(properties).isNotEmpty();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("bridge.")) {
                assertThat(BridgeSettings.defaults()).containsKey(name);
            } else if (name.startsWith(BEAN)) {
                bean(name.substring(BEAN.length()), properties);
            } else if (name.startsWith(COMPONENT)) {
                String[] parts = name.substring(COMPONENT.length()).split("\\.", 2);
                assertThat(options(parts[0])).as(name).contains(plain(parts[1].split("\\.")[0]));
            } else if (name.startsWith(KAMELET)) {
                kamelet(name.substring(KAMELET.length()).split("\\.", 2));
            } else {
                assertThat(main()).as("an option of Camel Main").contains(plain(name));
            }
        }
    }

    private static void bean(String name, Properties properties) throws ClassNotFoundException {
        String owner = name.split("\\.", 2)[0];
        String made = properties.getProperty(BEAN + owner);
        assertThat(made).as("the bean " + owner).startsWith(CLASS);
        assertThat(Class.forName(made.substring(CLASS.length()).split("\\(", 2)[0])).isNotNull();
    }

    /** The options of a component, in lower case and without dashes. */
    static Set<String> options(String scheme) throws IOException {
        Set<String> names = new TreeSet<>();
        schema(scheme).get("componentProperties").fieldNames().forEachRemaining(name -> names.add(plain(name)));
        return names;
    }

    private static JsonNode schema(String scheme) throws IOException {
        if (scheme.equals("twilio-conversations")) {
            try (InputStream in = ConversationsComponent.class.getResourceAsStream(
                    "/META-INF/dev/conversations/camel/twilio-conversations.json")) {
                return JSON.readTree(in);
            }
        }
        String schema = CATALOG.componentJSonSchema(scheme);
        assertThat(schema).as("a component " + scheme).isNotNull();
        return JSON.readTree(schema);
    }

    private static void kamelet(String[] name) throws IOException {
        Map<?, ?> kamelet = (Map<?, ?>) YamlSnippet.read(
                Files.readString(Path.of("catalog/kamelets", name[0] + ".kamelet.yaml"))).get(0);
        Map<?, ?> definition = (Map<?, ?>) ((Map<?, ?>) kamelet.get("spec")).get("definition");
        assertThat(((Map<?, ?>) definition.get("properties")).containsKey(name[1])).as("property %s of %s", name[1], name[0]).isTrue();
    }

    private static Set<String> main() throws IOException {
        return StreamSupport.stream(JSON.readTree(CATALOG.mainJsonSchema()).get("properties").spliterator(), false)
                .map(option -> plain(option.get("name").asText())).collect(Collectors.toSet());
    }

    private static String plain(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
