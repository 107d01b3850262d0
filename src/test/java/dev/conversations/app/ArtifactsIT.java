package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.law.Descriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                .allMatch(name -> name.startsWith(ROOT) || name.startsWith("META-INF/") || name.equals(CATALOG));
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
    void eachHasTheLicence() {
        assertThat(List.of(component, sandbox, app)).allMatch(names -> names.contains("META-INF/LICENSE"));
    }

    @Test
    void whatIsDocumentedAreTheRoomsForUsers() throws IOException {
        assertThat(entries("target", "camel-twilio-conversations-[0-9.]+-javadoc\\.jar").stream()
                .filter(name -> name.startsWith(ROOT) && name.endsWith("/package-summary.html"))
                .map(name -> name.substring(ROOT.length(), name.lastIndexOf('/')).replace('/', '.')))
                .containsExactlyInAnyOrderElementsOf(Descriptions.roomsToCall(Path.of("src/main/java/dev/conversations")));
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
