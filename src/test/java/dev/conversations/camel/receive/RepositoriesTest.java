package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.webhook.Signature;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.StatefulService;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.Main;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.processor.idempotent.kafka.KafkaIdempotentRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Repositories that users only name: nobody starts them but the component. */
class RepositoriesTest {
    private static final EmbeddedKafkaBroker KAFKA = new EmbeddedKafkaKraftBroker(1, 1, "seen.uri", "seen.property", "seen.yaml");

    @TempDir
    private Path folder;
    private Main main;
    private int port;

    /** A bean: its class, what it is made of, and what is set on it. */
    private record Bean(Class<?> type, List<String> parts, Map<String, String> properties) {
        private Bean(Class<?> type, String... parts) {
            this(type, List.of(parts), Map.of());
        }
    }

    @BeforeAll
    static void startKafka() {
        KAFKA.afterPropertiesSet();
    }

    @AfterAll
    static void stopKafka() {
        KAFKA.destroy();
    }

    @BeforeEach
    void prepare() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        main = new Main();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.port", String.valueOf(port));
        main.addInitialProperty("camel.component.twilio-conversations.account-sid", "AC" + "0".repeat(32));
        main.addInitialProperty("camel.component.twilio-conversations.auth-token", Webhooks.TOKEN);
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "memory, uri", "memory, property", "memory, yaml",
        "file, uri", "file, property", "file, yaml",
        "database, uri", "database, property", "database, yaml",
        "kafka, uri", "kafka, property", "kafka, yaml"})
    void remembersOnceNamed(String kind, String way) throws Exception {
        Map<String, Bean> beans = beans(kind, way);
        switch (way) {
            case "property" -> {
                properties(beans);
                main.addInitialProperty("camel.component.twilio-conversations.idempotent-repository", "#bean:seen");
                yaml(route(""));
            }
            case "yaml" -> yaml(yamlOf(beans) + route("idempotentRepository: '#bean:seen'"));
            default -> {
                properties(beans);
                yaml(route("idempotentRepository: '#seen'"));
            }
        }
        main.start();
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");

        assertThat(tell(event)).isEqualTo(200);
        assertThat(tell(event)).isEqualTo(200);

        CamelContext context = main.getCamelContext();
        assertThat(context.getEndpoint("mock:events", MockEndpoint.class).getReceivedCounter()).isEqualTo(1);
        StatefulService seen = context.getRegistry().lookupByNameAndType("seen", StatefulService.class);
        assertThat(seen.isStarted()).isTrue();
        main.stop();
        assertThat(seen.isStopped()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"memory", "file"})
    void ofAPollIsStartedAndStoppedAsWell(String kind) throws Exception {
        properties(kind.equals("memory")
                ? Map.of("states", new Bean(MemoryStateRepository.class))
                : inFile("states", FileStateRepository.class));
        yaml("""
                - route:
                    from:
                      uri: twilio-conversations:conversations/list
                      parameters:
                        baseUri: http://localhost:1
                        initialDelay: 1h
                        stateRepository: '#states'
                      steps:
                        - to: mock:events
                """);
        main.start();
        StatefulService states = main.getCamelContext().getRegistry().lookupByNameAndType("states", StatefulService.class);
        assertThat(states.isStarted()).isTrue();
        main.stop();
        assertThat(states.isStopped()).isTrue();
    }

    @Test
    void sharedIsStartedOnceAndOutlivesItsRoutes() throws Exception {
        Counting counting = new Counting();
        main.bind("seen", counting);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                Stream.of("one", "two").forEach(name ->
                        from("twilio-conversations:events/onMessageAdded?idempotentRepository=#seen").routeId(name).to("mock:" + name));
            }
        });
        main.start();
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");
        tell(event);
        for (String name : List.of("one", "two")) {
            main.getCamelContext().getRouteController().stopRoute(name);
        }
        main.getCamelContext().getRouteController().startRoute("one");
        tell(event);

        assertThat(main.getCamelContext().getEndpoint("mock:one", MockEndpoint.class).getReceivedCounter()).isEqualTo(1);
        main.stop();
        assertThat(counting.starts).isEqualTo(1);
        assertThat(counting.stops).isEqualTo(1);
    }

    @Test
    void startedBySomebodyElseIsLeftToThem() throws Exception {
        Counting counting = new Counting();
        counting.start();
        main.bind("seen", counting);
        yaml(route("idempotentRepository: '#seen'"));
        main.start();
        main.stop();
        assertThat(counting.starts).isEqualTo(1);
        assertThat(counting.stops).isZero();
    }

    @Test
    void thatCannotStartNamesItsOptionAndStartsWithItsRouteOnceItCan() throws Exception {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:tcp://localhost:1/none");
        JdbcMessageIdRepository repository = new JdbcMessageIdRepository(nowhere, "webhooks");
        main.bind("seen", repository);
        main.addInitialProperty("camel.main.autoStartup", "false");
        yaml(route("idempotentRepository: '#seen'"));
        main.start();

        assertThatThrownBy(() -> main.getCamelContext().getRouteController().startRoute("route"))
                .hasStackTraceContaining("idempotentRepository cannot be started: is what the JdbcMessageIdRepository needs there");
        nowhere.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        main.getCamelContext().getRouteController().startRoute("route");
        assertThat(tell(Webhooks.event("onMessageAdded"))).isEqualTo(200);
    }

    private Map<String, Bean> beans(String kind, String way) {
        return switch (kind) {
            case "memory" -> Map.of("seen", new Bean(MemoryIdempotentRepository.class));
            case "file" -> inFile("seen", FileIdempotentRepository.class);
            case "kafka" -> Map.of("seen", new Bean(KafkaIdempotentRepository.class, List.of(),
                    Map.of("bootstrapServers", KAFKA.getBrokersAsString(), "topic", "seen." + way)));
            default -> ordered(
                    "database", new Bean(JdbcDataSource.class, List.of(),
                            Map.of("URL", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")),
                    "seen", new Bean(JdbcMessageIdRepository.class, "#bean:database", "webhooks"));
        };
    }

    private Map<String, Bean> inFile(String name, Class<?> type) {
        return ordered(
                "file", new Bean(File.class, folder.resolve(name).toString()),
                name, new Bean(type, List.of(), Map.of("fileStore", "#bean:file")));
    }

    private static Map<String, Bean> ordered(String first, Bean one, String second, Bean other) {
        Map<String, Bean> beans = new LinkedHashMap<>();
        beans.put(first, one);
        beans.put(second, other);
        return beans;
    }

    private void properties(Map<String, Bean> beans) {
        beans.forEach((name, bean) -> {
            String parts = bean.parts().isEmpty() ? "" : "('" + String.join("', '", bean.parts()) + "')";
            main.addInitialProperty("camel.beans." + name, "#class:" + bean.type().getName() + parts);
            bean.properties().forEach((key, value) -> main.addInitialProperty("camel.beans." + name + "." + key, value));
        });
    }

    private static String yamlOf(Map<String, Bean> beans) {
        StringBuilder yaml = new StringBuilder("- beans:\n");
        beans.forEach((name, bean) -> {
            yaml.append("    - name: %s%n      type: %s%n".formatted(name, bean.type().getName()));
            Map<String, String> parts = new LinkedHashMap<>();
            bean.parts().forEach(part -> parts.put(String.valueOf(parts.size()), part));
            yaml.append(section("constructors", parts)).append(section("properties", bean.properties()));
        });
        return yaml.toString();
    }

    private static String section(String name, Map<String, String> entries) {
        StringBuilder lines = new StringBuilder();
        entries.forEach((key, value) -> lines.append("        %s: '%s'%n".formatted(key, value)));
        return lines.isEmpty() ? "" : "      " + name + ":\n" + lines;
    }

    private static String route(String parameter) {
        return """
                - route:
                    id: route
                    from:
                      uri: twilio-conversations:events/onMessageAdded
                      parameters:
                        path: /twilio/conversations
                        %s
                      steps:
                        - to: mock:events
                """.formatted(parameter);
    }

    private void yaml(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("routes.camel.yaml"), text);
        main.configure().setRoutesIncludePattern("file:" + file);
    }

    private int tell(Map<String, List<String>> event) throws Exception {
        String url = "http://localhost:" + port + Webhooks.PATH;
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(Signature.HEADER, Signature.sign(Webhooks.TOKEN, url, event))
                        .POST(BodyPublishers.ofString(Webhooks.form(event)))
                        .build(),
                BodyHandlers.discarding()).statusCode();
    }

    /** A memory that counts how often it is started and stopped. */
    private static final class Counting extends MemoryIdempotentRepository implements IdempotentRepository {
        private int starts;
        private int stops;

        private Counting() {
            setCacheSize(10);
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            starts++;
        }

        @Override
        protected void doStop() throws Exception {
            super.doStop();
            stops++;
        }
    }
}
