// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.conversations.law.Descriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What the one module is packed into: the component, the sandbox, and the app where it runs. */
class ArtifactsIT {
    private static final Path CLASSES = Path.of("target/classes");
    private static final String ROOT = "dev/conversations/";
    /** Where Camel's catalog looks for components. */
    private static final String CATALOG = "org/apache/camel/catalog/components/twilio-conversations.json";
    private static final List<String> ROOMS = List.of("model", "api", "webhook", "camel");

    private final List<String> component = entries("target", "camel-twilio-conversations-[0-9.]+\\.jar");
    private final List<String> sandbox = entries("target", "camel-twilio-conversations-[0-9.]+-sandbox\\.jar");
    private final List<String> app = entries("target/bridge", "conversations-bridge-[0-9.]+\\.jar");

    @Test
    void theJarIsTheComponentAlone() {
        assertThat(component).filteredOn(name -> name.startsWith(ROOT))
                .isNotEmpty()
                .allMatch(name -> ROOMS.contains(name.substring(ROOT.length()).split("/")[0]));
        assertThat(component)
                .contains("META-INF/services/org/apache/camel/component/twilio-conversations", "META-INF/jandex.idx", CATALOG,
                        "META-INF/twilio-conversations/mcp/tools.json", "META-INF/twilio-conversations/schemas/Message.schema.json")
                .allMatch(name -> name.startsWith(ROOT) || name.startsWith("META-INF/") || name.equals(CATALOG)
                        || name.startsWith("kamelets/"));
    }

    @Test
    void theJarHasTheKamelets() throws IOException {
        try (Stream<Path> kamelets = Files.list(Path.of("catalog/kamelets"))) {
            assertThat(component).filteredOn(name -> name.startsWith("kamelets/")).isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(kamelets.map(file -> "kamelets/" + file.getFileName()).toList());
        }
    }

    @Test
    void theJarsOfTheSandboxAndOfTheAppHaveNothingButThem() {
        assertThat(sandbox).contains(ROOT + "sandbox/Sandbox.class", ROOT + "sandbox/page/page.html")
                .allMatch(name -> name.startsWith(ROOT + "sandbox/") || name.startsWith("META-INF/"));
        assertThat(app).contains(ROOT + "app/Main.class", ROOT + "app/application.properties")
                .allMatch(name -> name.startsWith(ROOT + "app/") || name.startsWith("META-INF/"));
    }

    @Test
    void nothingThatWasBuiltIsLeftOut() throws IOException {
        try (Stream<Path> built = Files.walk(CLASSES.resolve(ROOT))) {
            assertThat(Stream.of(component, sandbox, app).flatMap(List::stream).filter(name -> name.startsWith(ROOT)))
                    .containsExactlyInAnyOrderElementsOf(built.filter(Files::isRegularFile)
                            .map(file -> CLASSES.relativize(file).toString().replace('\\', '/')).toList());
        }
    }

    @Test
    void eachHasTheLicenceAndTheNotice() {
        assertThat(Stream.concat(Stream.of(component, sandbox, app), Stream.of("", "-sandbox").map(ArtifactsIT::sources)))
                .allMatch(names -> names.containsAll(List.of("META-INF/LICENSE", "META-INF/NOTICE")));
    }

    @Test
    void whatIsPackedIsThereAsSources() {
        assertThat(classes(sources("").stream(), ".java")).containsAll(classes(component.stream(), ".class"));
        assertThat(classes(sources("-sandbox").stream(), ".java")).containsAll(classes(sandbox.stream(), ".class"));
        assertThat(sources("")).noneMatch(name -> name.startsWith(ROOT + "app/") || name.startsWith(ROOT + "sandbox/"));
    }

    @Test
    void theListOfPartsNamesEveryJarThatTheBridgeRunsWith() throws IOException {
        assumeThat(Path.of("target/bridge/sbom.json")).as("made unless Maven is offline").exists();
        List<String> parts = new ArrayList<>();
        new ObjectMapper().readTree(Path.of("target/bridge/sbom.json").toFile()).get("components")
                .forEach(part -> parts.add(part.get("name").asText() + "-" + part.get("version").asText()));
        try (Stream<Path> jars = Files.list(Path.of("target/bridge/lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()))
                    .isNotEmpty().allMatch(jar -> parts.stream().anyMatch(jar::startsWith));
        }
    }

    @Test
    void whatIsDocumentedAreTheRoomsForUsers() throws IOException {
        assertThat(entries("target", "camel-twilio-conversations-[0-9.]+-javadoc\\.jar").stream()
                .filter(name -> name.startsWith(ROOT) && name.endsWith("/package-summary.html"))
                .map(name -> name.substring(ROOT.length(), name.lastIndexOf('/')).replace('/', '.')))
                .containsExactlyInAnyOrderElementsOf(Descriptions.roomsToCall(Path.of("src/main/java/dev/conversations")));
    }

    private static List<String> sources(String classifier) {
        return entries("target", "camel-twilio-conversations-[0-9.]+" + classifier + "-sources\\.jar");
    }

    /** Classes that are files of their own. */
    private static List<String> classes(Stream<String> names, String suffix) {
        return names.filter(name -> name.endsWith(suffix) && !name.contains("$"))
                .map(name -> name.substring(0, name.length() - suffix.length())).toList();
    }

    private static List<String> entries(String directory, String name) {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            Path file = files.filter(found -> found.getFileName().toString().matches(name)).findFirst().orElseThrow();
            try (JarFile jar = new JarFile(file.toFile())) {
                return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
