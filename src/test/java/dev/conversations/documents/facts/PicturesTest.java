// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents.facts;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.documents.Document;
import dev.conversations.law.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of docs/architecture.md show what the tables of CONTRIBUTING.md say, and the one of the README is there. */
class PicturesTest {

    private static final Document PICTURES = Document.of("docs/architecture.md");
    private static final Pattern NODE = Pattern.compile("(?m)^ +(\\w+)\\[\"([\\w.]+)\"]$");
    private static final Pattern EDGES = Pattern.compile("(?m)^ +(\\w+) --> (.*)$");

    @ParameterizedTest
    @ValueSource(strings = {"camel", "api", "sandbox"})
    void theRoomsOfAHouseKnowWhomThePlanSays(String house) throws IOException {
        Map<String, Set<String>> plan = new TreeMap<>(Plan.of(house, Files.readString(Path.of("CONTRIBUTING.md"))));
        plan.remove("");
        plan.replaceAll((room, known) -> known.stream().filter(plan::containsKey).filter(other -> !other.equals(room)).collect(toSet()));

        assertThat(edges(picture(house + "_"), house + "_")).isEqualTo(plan);
    }

    @Test
    void theHousesKnowWhomThePlanSays() throws IOException {
        String table = Files.readString(Path.of("CONTRIBUTING.md")).split("The rooms of `api`")[0];
        Map<String, String> cells = new TreeMap<>();
        Pattern.compile("(?m)^\\| `(\\w+)` \\| .* \\| (.*) \\|$").matcher(table).results()
                .forEach(row -> cells.put(row.group(1), row.group(2).split(", never")[0]));
        Map<String, Set<String>> plan = new TreeMap<>();
        cells.forEach((house, cell) -> plan.put(house, cells.keySet().stream().filter(other -> !other.equals(house))
                .filter(other -> cell.equals("all") || cell.contains("`" + other + "`")).collect(toSet())));

        assertThat(edges(picture("house_"), "house_")).isEqualTo(plan);
    }

    @Test
    void theStepsOfCallsAndEventsAreClasses() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            classes = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", "")).collect(toSet());
        }
        List<String> steps = PICTURES.snippets("mermaid").stream().filter(picture -> picture.startsWith("sequenceDiagram"))
                .flatMap(picture -> Pattern.compile("(?m)^ +participant (\\w+)$").matcher(picture).results().map(step -> step.group(1)))
                .toList();

        assertThat(steps).hasSizeGreaterThan(10);
        assertThat(classes).containsAll(steps);
    }

    @Test
    void thePictureOfThePageIsFineEnoughToReadAndSmall() throws IOException {
        Path page = Path.of("docs/page.png");

        assertThat(Document.of("README.md").text()).contains("](docs/page.png)");
        assertThat(ImageIO.read(page.toFile()).getWidth()).isGreaterThan(1_000);
        assertThat(Files.size(page)).isLessThan(200_000);
    }

    private static String picture(String mark) {
        return PICTURES.snippets("mermaid").stream().filter(picture -> picture.contains(" " + mark)).findFirst().orElseThrow();
    }

    /** What each node, by its label, leads to; its name in the picture bears a mark, since some words are Mermaid's own. */
    private static Map<String, Set<String>> edges(String picture, String mark) {
        Map<String, String> labels = new TreeMap<>();
        NODE.matcher(picture).results().forEach(node -> labels.put(node.group(1), node.group(2)));
        assertThat(labels.keySet()).allSatisfy(name -> assertThat(name).startsWith(mark));
        Map<String, Set<String>> edges = new TreeMap<>();
        labels.values().forEach(label -> edges.put(label, new TreeSet<>()));
        EDGES.matcher(picture).results().forEach(edge -> Arrays.stream(edge.group(2).split(" & "))
                .forEach(target -> edges.get(labels.get(edge.group(1))).add(labels.get(target))));
        return edges;
    }
}
