// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.StatefulService;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.processor.idempotent.kafka.KafkaIdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Repositories that users only name: nobody starts them but the component. */
class NamedRepositoryTest {

    private static final EmbeddedKafkaBroker KAFKA = new EmbeddedKafkaKraftBroker(1, 1, "seen.uri", "seen.property", "seen.yaml");

    @TempDir
    private Path folder;
    private Program program;

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
        program = new Program(folder);
    }

    @AfterEach
    void stop() {
        program.close();
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
                program.main.addInitialProperty("camel.component.twilio-conversations.idempotent-repository", "#bean:seen");
                program.yaml(Program.route(""));
            }
            case "yaml" -> program.yaml(yamlOf(beans) + Program.route("idempotentRepository: '#bean:seen'"));
            default -> {
                properties(beans);
                program.yaml(Program.route("idempotentRepository: '#seen'"));
            }
        }
        program.main.start();
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");

        assertThat(program.tell(event)).isEqualTo(200);
        assertThat(program.tell(event)).isEqualTo(200);

        CamelContext context = program.main.getCamelContext();
        assertThat(context.getEndpoint("mock:events", MockEndpoint.class).getReceivedCounter()).isEqualTo(1);
        StatefulService seen = context.getRegistry().lookupByNameAndType("seen", StatefulService.class);
        assertThat(seen.isStarted()).isTrue();
        program.main.stop();
        assertThat(seen.isStopped()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"memory", "file"})
    void ofAPollIsStartedAndStoppedAsWell(String kind) throws Exception {
        properties(kind.equals("memory")
                ? Map.of("states", new Bean(MemoryStateRepository.class))
                : inFile("states", FileStateRepository.class));
        program.yaml("""
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
        program.main.start();
        StatefulService states = program.main.getCamelContext().getRegistry().lookupByNameAndType("states", StatefulService.class);
        assertThat(states.isStarted()).isTrue();
        program.main.stop();
        assertThat(states.isStopped()).isTrue();
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
            program.main.addInitialProperty("camel.beans." + name, "#class:" + bean.type().getName() + parts);
            bean.properties().forEach((key, value) -> program.main.addInitialProperty("camel.beans." + name + "." + key, value));
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
}
