// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.camel.ConversationsComponent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.main.Main;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.xml.in.ModelParser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The snippets and versions of docs/runtimes.md are those that work, and that the projects of src/it are built with. */
class RuntimesDocumentTest {

    private static final Path PAGE = Path.of("docs/runtimes.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");

    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "Camel Main, camel-main, ''", "Camel Main, camel-4.22, <version>4.22.0<", "Spring Boot, spring-boot, <version>3.5.10<",
        "Quarkus, quarkus, <quarkus.version>3.31.0<", "Camel JBang, jbang, <version>4.17.0<"})
    void versionsAndDependenciesAreThoseOfTheProjects(String runtime, String project, String version) throws IOException {
        String pom = Files.readString(Path.of("src/it", project, "pom.xml"));
        String row = page().lines().filter(line -> line.startsWith("| " + runtime)).findFirst().orElseThrow();
        assertThat(pom).contains(version);
        assertThat(row).contains(version.replaceAll("[^0-9.]", "").replaceAll("^\\.", ""));
        String chapter = page().split("(?m)^## " + runtime + "$")[1].split("(?m)^## ")[0];
        blocks("xml", chapter).stream().filter(block -> block.startsWith("<dependency>"))
                .forEach(block -> assertThat(ARTIFACT.matcher(pom).results().map(MatchResult::group))
                        .containsAll(ARTIFACT.matcher(block).results().map(MatchResult::group).toList()));
    }

    @Test
    void propertiesOfAllRuntimesAreTaken() throws IOException {
        Properties properties = new Properties();
        for (String block : blocks("properties", page())) {
            properties.load(new StringReader(block.replaceAll("\\{\\{env:(\\w+)}}", "$1").replace("8080", "0")
                    .replaceAll("(?m)^camel.main.routesIncludePattern.*$", "")));
        }
        properties.forEach((name, value) -> main.addInitialProperty(name.toString(), value.toString()));
        main.start();
        assertThat(component().getConfiguration().getAccountSid()).isEqualTo("TWILIO_ACCOUNT_SID");
        assertThat(component().getConfiguration().getAuthToken()).isEqualTo("TWILIO_AUTH_TOKEN");
        assertThat(component().getConfiguration().getRequestTimeout()).isEqualTo(20_000);
        assertThat(component().getWebhook().getPublicUrl()).isEqualTo("https://bridge.example.com");
    }

    @Test
    void theVariableIsTaken() throws IOException {
        main.start();
        String[] variable = blocks("sh", page()).get(0).strip().replace("export ", "").split("=");
        new Variables(Map.of(variable[0], variable[1])).set("twilio-conversations", component());
        assertThat(component().getConfiguration().getAuthToken()).isEqualTo(variable[1]);
    }

    @Test
    void theErrorIsTheOneThatIsShown() throws IOException {
        main.addInitialProperty("camel.component.twilio-conversations.auth-tokn", "x");
        assertThatThrownBy(main::start).isInstanceOf(IllegalArgumentException.class).hasMessage(blocks("text", page()).get(0).strip());
    }

    @Test
    void theRouteInXmlStarts() throws Exception {
        main.addInitialProperty("camel.component.twilio-conversations.auth-token", "x");
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.port", "0");
        main.start();
        String xml = blocks("xml", page()).stream().filter(block -> block.startsWith("<routes")).findFirst().orElseThrow();
        ((ModelCamelContext) main.getCamelContext()).addRouteDefinitions(new ModelParser(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "http://camel.apache.org/schema/spring")
                .parseRoutesDefinition().orElseThrow().getRoutes());
        assertThat(main.getCamelContext().getRouteController().getRouteStatus("receive").isStarted()).isTrue();
    }

    @Test
    void theYamlOfSpringBootIsTaken() throws IOException {
        main.bind("keys", MemoryIdempotentRepository.memoryIdempotentRepository());
        main.start();
        Map<String, Object> properties = new TreeMap<>();
        flatten("", new Load(LoadSettings.builder().build()).loadFromString(blocks("yaml", page()).get(0)), properties);
        properties.put("TWILIO_ACCOUNT_SID", "AC1");
        properties.put("TWILIO_AUTH_TOKEN", "a+b&c");
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("page", properties));
        new SpringOptions(environment).set("twilio-conversations", component());
        assertThat(component().getConfiguration().getAccountSid()).isEqualTo("AC1");
        assertThat(component().getConfiguration().getAuthToken()).isEqualTo("a+b&c");
        assertThat(component().getConfiguration().getRequestTimeout()).isEqualTo(20_000);
        assertThat(component().getConfiguration().getHttpOptions()).containsEntry("proxyHost", "proxy");
        assertThat(component().getWebhook().getTrustedProxies()).isEqualTo("10.0.0.0/8,192.168.0.0/16");
        assertThat(component().getWebhook().getIdempotentRepository()).isInstanceOf(MemoryIdempotentRepository.class);
    }

    @Test
    void theCommandsOfJbangAreThoseThatAreTried() throws IOException {
        String tried = Files.readString(Path.of("src/it/jbang/src/test/java/consumer/ExportTest.java"))
                + Files.readString(Path.of("src/it/jbang/src/test/java/consumer/Exported.java"))
                + Files.readString(Path.of("src/it/jbang/src/test/java/consumer/WebhooksTest.java"));
        List<String> commands = blocks("sh", page()).stream().filter(block -> block.startsWith("camel ")).toList();
        assertThat(commands).hasSize(2);
        commands.forEach(command -> Pattern.compile("--[a-z-]+=|(?<=camel )\\w+").matcher(command).results()
                .forEach(option -> assertThat(tried).contains("\"" + option.group())));
        for (String runtime : new String[] {"camel-main", "spring-boot", "quarkus"}) {
            assertThat(page()).contains("`" + (runtime.equals("camel-main") ? "--runtime=" : "") + runtime + "`");
            assertThat(tried).contains("\"" + runtime + ", ");
        }
    }

    private ConversationsComponent component() {
        return main.getCamelContext().getComponent("twilio-conversations", ConversationsComponent.class);
    }

    private static void flatten(String name, Object value, Map<String, Object> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> flatten(name.isEmpty() ? key.toString() : name + "." + key, each, flat));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(name + "[" + i + "]", list.get(i), flat);
            }
        } else {
            flat.put(name, value);
        }
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    private static List<String> blocks(String language, String text) {
        return BLOCK.matcher(text).results().filter(block -> block.group(1).equals(language)).map(block -> block.group(2)).toList();
    }
}
