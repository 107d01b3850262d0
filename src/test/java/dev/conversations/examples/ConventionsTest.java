// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.examples.run.Example;
import dev.conversations.examples.run.RunExample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a reader finds in every folder of {@code examples}; that its URIs are known, a test of all documents says. */
class ConventionsTest {
    private static final String COMMAND = "mvn -q test-compile exec:java@example -Dexec.args=%s\n";
    private static final List<String> SECTIONS = List.of("Run", "See", "Stop");
    private static final int WORDS = 400;
    private static final Pattern HEADING = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}:]+)}}");
    private static final Pattern SECRET = Pattern.compile("(?i)\\b(AC|SK|CH|IS)?[0-9a-f]{32}\\b");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(token|password|secret)");
    private static final Pattern EMPTY_OR_SANDBOX = Pattern.compile("\\{\\{env:[A-Z_]+(:(\\{\\{sandbox\\.[a-z-]+:}})?)?}}");
    /** What a line of a log may tell: SIDs, how it went, how many. */
    private static final Pattern LOGGED = Pattern.compile("\\$\\{(body|exchangeProperty\\.(event|conversation))\\."
            + "(sid|conversationSid|messageSid|status)}|\\$\\{header\\.CamelTwilioConversations(Conversation)?Sid}"
            + "|\\$\\{exception\\.(status|code)}|\\$\\{exchangeProperty\\.messages\\.size}|\\$\\{exchangeProperty\\.name}|\\$\\{body\\[error]}");
    private static final Set<String> LANGUAGES = Set.of("simple", "constant", "method", "header", "exchangeProperty", "jsonpath", "csimple");
    /** What stands among steps without being one. */
    private static final Set<String> STEPS = Set.of("to", "toD", "log", "setBody", "setHeader", "setHeaders", "setProperty", "removeHeaders",
            "removeHeader", "filter", "choice", "split", "marshal", "unmarshal", "convertBodyTo", "doTry", "throwException", "pollEnrich",
            "transformDataType", "process");

    static List<Example> examples() {
        return Example.all();
    }

    static List<Example> applications() {
        return Example.all().stream().filter(Example::isProject).toList();
    }

    static List<Example> routes() {
        return Example.all().stream().filter(it -> !it.isProject()).toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aReaderIsToldWhatItIsHowToRunItWhatToSeeAndHowToStop(Example example) {
        String readme = read(example.folder().resolve("README.md"));

        assertThat(readme).startsWith("# ");
        assertThat(HEADING.matcher(readme).results().map(it -> it.group(1))).containsSubsequence(SECTIONS);
        assertThat(readme.split("\\s+")).as("two minutes").hasSizeLessThan(WORDS);
        assertThat(LINK.matcher(readme).results().map(it -> example.folder().resolve(it.group(1)))).allMatch(Files::exists);
        assertThat(read(Example.ALL.resolve("README.md"))).contains("[" + example.name() + "](" + example.name() + ")");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theCommandIsTheOneThatRunsIt(Example example) {
        assertThat(read(example.folder().resolve("README.md"))).contains(COMMAND.formatted(example.name()));
        assertThat(Example.named(example.name())).isEqualTo(example);
        assertThat(yaml(example)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("applications")
    void anApplicationNamesTheVersionThatIsBuiltHere(Example example) {
        assertThat(read(example.folder().resolve("pom.xml")))
                .contains("<twilio-conversations.version>" + version() + "</twilio-conversations.version>");
    }

    private static String version() {
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(read(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @Test
    void thatCommandIsInThePom() {
        assertThat(read(Path.of("pom.xml"))).contains("<id>example</id>", "<mainClass>" + RunExample.class.getName() + "</mainClass>");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noSecretIsInAnyFile(Example example) {
        files(example).forEach(file -> assertThat(SECRET.matcher(read(file)).find()).as(file.toString()).isFalse());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatIsSecretComesFromTheEnvironmentAndIsNothingByDefault(Example example) {
        assertThat(example.settings().entrySet()).filteredOn(it -> SECRET_NAME.matcher(it.getKey()).matches())
                .allSatisfy(it -> assertThat(it.getValue()).as(it.getKey()).matches(EMPTY_OR_SANDBOX));
        assertThat(example.settings()).containsKey("camel.component.twilio-conversations.auth-token")
                .doesNotContainKeys("camel.component.twilio-conversations.validate-signature");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everySettingThatRoutesNameIsThereAndEveryOneThatIsThereIsNamed(Example example) {
        Set<String> named = new TreeSet<>();
        Stream.concat(yaml(example).stream().map(ConventionsTest::read), example.settings().values().stream())
                .flatMap(text -> PLACEHOLDER.matcher(text).results()).map(it -> it.group(1)).forEach(named::add);
        Set<String> own = new TreeSet<>(example.settings().keySet());
        own.removeIf(name -> name.startsWith("camel."));

        assertThat(named).isEqualTo(own);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theYamlIsCanonical(Example example) {
        List<String> faults = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        yaml(example).forEach(file -> new Canon(file.toString(), ids, faults).file(load(file)));

        assertThat(faults).isEmpty();
    }

    /** The canonical form: one way to write what may be written in several. */
    private record Canon(String file, Map<String, String> ids, List<String> faults) {

        void file(Object content) {
            for (Object item : (List<?>) content) {
                Map<?, ?> entry = (Map<?, ?>) item;
                if (entry.get("route") instanceof Map<?, ?> route) {
                    need(route, "id", "description", "from");
                    Map<?, ?> from = (Map<?, ?>) route.get("from");
                    need(from, "id", "uri", "steps");
                    node(route);
                } else if (!entry.containsKey("beans")) {
                    faults.add(file + ": neither route nor beans: " + entry.keySet());
                }
            }
        }

        private void node(Object node) {
            if (node instanceof List<?> list) {
                list.forEach(this::node);
            } else if (node instanceof Map<?, ?> map) {
                map.forEach(this::entry);
                id(map);
            }
        }

        private void entry(Object key, Object value) {
            String name = key.toString();
            if (name.equals("steps") && value instanceof List<?> steps) {
                steps.forEach(this::step);
            } else if (name.equals("uri")) {
                check(value.toString().matches("[a-z-]+"), "no bare scheme with parameters: " + value);
            } else if (name.equals("onWhen")) {
                need((Map<?, ?>) value, "expression");
            } else if (name.equals("expression") && value instanceof Map<?, ?> expression) {
                expression.forEach((language, text) -> check(LANGUAGES.contains(language) && text instanceof Map, "no expression: " + expression));
            } else {
                check(!(LANGUAGES.contains(name) && value instanceof String), "a language in short: " + name + ": " + value);
            }
            if (name.equals("log")) {
                String told = LOGGED.matcher(((Map<?, ?>) value).get("message").toString()).replaceAll("");
                check(!told.contains("${"), "tells more than SIDs: " + told);
            }
            if (!name.equals("parameters")) {
                node(value);
            }
        }

        private void step(Object step) {
            check(step instanceof Map<?, ?> map && map.size() == 1 && STEPS.contains(map.keySet().iterator().next().toString())
                    && map.values().iterator().next() instanceof Map<?, ?> options && options.containsKey("id"), "a step without id: " + step);
        }

        private void id(Map<?, ?> map) {
            if (map.get("id") instanceof String id) {
                check(ids.put(id, file) == null, "two of the id " + id);
            }
        }

        private void need(Map<?, ?> map, String... names) {
            Set<String> missing = new HashSet<>(List.of(names));
            missing.removeIf(map::containsKey);
            check(missing.isEmpty(), missing + " is missing in " + map.keySet());
        }

        private void check(boolean right, String fault) {
            if (!right) {
                faults.add(file + ": " + fault);
            }
        }
    }

    private static List<Path> yaml(Example example) {
        return files(example).stream().filter(it -> it.toString().endsWith(".camel.yaml")).toList();
    }

    private static List<Path> files(Example example) {
        try (Stream<Path> all = Files.walk(example.folder())) {
            return all.filter(Files::isRegularFile).filter(it -> !it.toString().contains("/target/")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object load(Path file) {
        return new Load(LoadSettings.builder().build()).loadFromString(read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
