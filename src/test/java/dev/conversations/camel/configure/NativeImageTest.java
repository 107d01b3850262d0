package dev.conversations.camel.configure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
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
import org.apache.camel.spi.UriParams;
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
    void recordsEventsOptionsAndVerdictsAreKept() throws IOException {
        List<String> read = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.conversations.model", "dev.conversations.webhook", "dev.conversations.camel").stream()
                .filter(type -> type.isRecord() && Set.of("dev.conversations.model", "dev.conversations.webhook").contains(type.getPackageName())
                        || type.isAnnotatedWith(UriParams.class))
                .map(JavaClass::getName).toList();
        assertThat(read).hasSizeGreaterThan(20);
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
        for (Path file : files()) {
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
        for (Path file : files()) {
            String name = file.toString().replaceFirst("^src/(main|generated)/resources/", "");
            if (name.startsWith("META-INF/") && !name.matches("META-INF/(spring|native-image).*")) {
                assertThat(patterns).as(name).anyMatch(pattern -> pattern.matcher(name).matches());
            }
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : RESOURCES) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
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
