// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ExtendedPropertyConfigurerGetter;
import org.junit.jupiter.api.Test;

/** What a native image is told to keep is all that is found by name or read by its members, and all resources that are looked for. */
class NativeImageTest {

    private static final String FOLDER = "/META-INF/native-image/dev.conversations/camel-twilio-conversations/";
    private static final Pattern NAMED = Pattern.compile("(?m)^(?:class=)?(dev\\.conversations\\.[\\w.$]+)$");
    private static final List<Path> RESOURCES = List.of(Path.of("src/main/resources"), Path.of("src/generated/resources"));

    @Test
    void allThatIsKeptIsThere() throws Exception {
        for (String name : kept()) {
            assertThat(Class.forName(name)).isNotNull();
        }
        assertThat(json("reflect-config.json")).allSatisfy(entry -> assertThat(entry.get("allPublicMethods").asBoolean()).isTrue());
    }

    @Test
    void recordsEventsOptionsAndVerdictsAreKept() throws Exception {
        List<String> read = new ArrayList<>();
        for (String room : List.of("model", "webhook", "camel/options")) {
            for (Path file : files(Path.of("target/classes/dev/conversations", room))) {
                String name = file.toString().replaceFirst(".*classes/", "").replaceFirst("\\.class$", "").replace('/', '.');
                Class<?> type = Class.forName(name, false, getClass().getClassLoader());
                boolean shown = Modifier.isPublic(type.getModifiers())
                        && (type.getEnclosingClass() == null || Modifier.isPublic(type.getEnclosingClass().getModifiers()));
                if (shown && (type.isRecord() || type.isEnum() || type.getSimpleName().endsWith("Configuration"))) {
                    read.add(name);
                }
            }
        }
        assertThat(read).hasSizeGreaterThan(25);
        assertThat(kept()).containsAll(read);
    }

    @Test
    void typesOfOptionsThatAreReadByNameAreKept() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            var component = context.getComponent("twilio-conversations");
            assertThat(kept()).containsAll(((ExtendedPropertyConfigurerGetter) component.getComponentPropertyConfigurer())
                    .getAllOptions(component).values().stream().map(type -> ((Class<?>) type).getName())
                    .filter(name -> name.startsWith("dev.conversations.")).toList());
        }
    }

    @Test
    void classesThatServicesNameAreKept() throws IOException {
        Set<String> named = new HashSet<>();
        for (Path file : resources()) {
            if (file.toString().contains("/META-INF/services/")) {
                NAMED.matcher(Files.readString(file)).results().forEach(match -> named.add(match.group(1)));
            }
        }
        assertThat(named).hasSizeGreaterThan(6);
        assertThat(kept()).containsAll(named);
    }

    @Test
    void resourcesOfTheComponentAreKept() throws IOException {
        List<Pattern> patterns = new ArrayList<>();
        json("resource-config.json").get("resources").get("includes").forEach(each -> patterns.add(Pattern.compile(each.get("pattern").asText())));
        for (Path file : resources()) {
            String name = file.toString().replaceFirst("^src/(main|generated)/resources/", "");
            if (name.startsWith("META-INF/") && !name.matches("META-INF/(spring|native-image).*")) {
                assertThat(patterns).as(name).anyMatch(pattern -> pattern.matcher(name).matches());
            }
        }
    }

    private static List<Path> resources() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : RESOURCES) {
            files.addAll(files(root));
        }
        return files;
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static Set<String> kept() throws IOException {
        Set<String> names = new HashSet<>();
        json("reflect-config.json").forEach(entry -> names.add(entry.get("name").asText()));
        return names;
    }

    private static JsonNode json(String file) throws IOException {
        return new ObjectMapper().readTree(NativeImageTest.class.getResourceAsStream(FOLDER + file));
    }
}
