// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What no route of the bridge may leave out, lest somebody outside steers it. */
class RouteStepsTest {
    private static final List<String> QUEUES = List.of("jms", "kafka");
    private static final List<String> SERVERS = List.of("jms", "kafka", "smtp", "smtps", "salesforce", "http", "https");
    private static final List<String> SENDING = List.of("to", "toD", "wireTap", "enrich", "poll", "pollEnrich");
    private static final String NAME = "([\\w-]+|\\{\\{header:[\\w.]+}})";
    /** Names one by one. */
    private static final String LIST = NAME + "(\\|" + NAME + ")*";

    @Test
    void everyRouteTakesInBytesAndSendsHeadersOfOursOnly() throws Exception {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            List<Path> routes = files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(routes).hasSizeGreaterThan(9);
            routes.forEach(file -> faults(file.getFileName().toString(), load(read(file)), faults));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void soDoesTheExampleOfTheReadme() throws Exception {
        Matcher block = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$").matcher(read(Path.of("routes/crm/README.md")));
        assertThat(block.find()).isTrue();
        List<String> faults = new ArrayList<>();
        faults("README", load(block.group(1)), faults);

        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{uri: jms, parameters: {disableReplyTo: true, mapJmsMessage: false}, steps: [{log: {message: hello}}]}",
        "{uri: 'jms:queue:in?disableReplyTo=true', steps: [{process: {ref: intake}}]}",
        "{uri: jms, parameters: {disableReplyTo: true}, steps: [{process: {ref: intake}}]}",
        "{uri: jms, parameters: {mapJmsMessage: false}, steps: [{process: {ref: intake}}]}",
        "{uri: 'kafka:in', steps: [{to: {uri: direct, parameters: {name: intake}}}, {process: {ref: intake}}]}",
        "{uri: 'direct:in', steps: [{to: {uri: jms}}]}",
        "{uri: 'direct:in', steps: [{removeHeaders: {pattern: '*'}}, {setHeader: {name: a}}, {toD: {uri: 'kafka:out'}}]}",
        "{uri: 'direct:in', steps: [{removeHeaders: {pattern: 'Camel*'}}, {to: {uri: smtp}}]}",
        "{uri: 'direct:in', steps: [{removeHeaders: {pattern: '*', excludePattern: 'mail.*'}}, {to: {uri: smtp}}]}",
        "{uri: 'direct:in', steps: [{removeHeaders: {pattern: '*', excludePattern: '{{pattern}}'}}, {to: 'kafka:out'}]}",
        "{uri: 'direct:in', steps: [{removeHeaders: {pattern: '*'}}, {filter: {steps: [{to: {uri: 'https://x'}}]}}]}",
        "{uri: 'direct:in', steps: [{choice: {when: [{steps: [{to: 'salesforce:query'}]}]}}]}",
        "{uri: 'direct:in', steps: [{doTry: {doCatch: [{steps: [{wireTap: {uri: 'http://x'}}]}]}}]}"
    })
    void aBreachIsSeen(String from) {
        List<String> faults = new ArrayList<>();
        faults("planted", load("- route: {id: planted, from: " + from + "}"), faults);

        assertThat(faults).isNotEmpty();
    }

    private static void faults(String where, Object node, List<String> faults) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("from") instanceof Map<?, ?> from) {
                from(where, from, faults);
            }
            map.values().forEach(value -> faults(where, value, faults));
        } else if (node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> step) {
                    step(where, step, i == 0 ? null : list.get(i - 1), faults);
                }
                faults(where, list.get(i), faults);
            }
        }
    }

    private static void from(String where, Map<?, ?> from, List<String> faults) {
        String scheme = scheme(from);
        if (!QUEUES.contains(scheme)) {
            return;
        }
        Map<?, ?> parameters = from.get("parameters") instanceof Map<?, ?> given ? given : Map.of();
        if (scheme.equals("jms") && !(Boolean.TRUE.equals(parameters.get("disableReplyTo"))
                && Boolean.FALSE.equals(parameters.get("mapJmsMessage")))) {
            faults.add(where + ": a stranger names where replies go, or has objects read: " + parameters);
        }
        if (!(from.get("steps") instanceof List<?> steps) || !(steps.get(0) instanceof Map<?, ?> first)
                || !(first.get("process") instanceof Map<?, ?> process) || !"intake".equals(process.get("ref"))) {
            faults.add(where + ": a queue is not read by way of the intake: " + parameters);
        }
    }

    private static void step(String where, Map<?, ?> step, Object before, List<String> faults) {
        for (String sending : SENDING) {
            Object endpoint = step.get(sending);
            if (SERVERS.contains(scheme(endpoint)) && !strips(before)) {
                faults.add(where + ": headers are not removed directly before " + endpoint);
            }
        }
    }

    private static boolean strips(Object step) {
        return step instanceof Map<?, ?> map && map.get("removeHeaders") instanceof Map<?, ?> removing
                && "*".equals(removing.get("pattern"))
                && (removing.get("excludePattern") == null || removing.get("excludePattern").toString().matches(LIST));
    }

    private static String scheme(Object endpoint) {
        Object uri = endpoint instanceof Map<?, ?> map ? map.get("uri") : endpoint;
        return Objects.toString(uri, "").split(":", 2)[0];
    }

    private static Object load(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
