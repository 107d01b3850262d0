// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes with the component: few jars, without Camel's core, and all that its classes need beside that. */
class InheritanceTest {
    private static final int MOST_JARS = 18;
    private static final long MOST_BYTES = 6_600_000;

    private static List<Path> jars;

    @BeforeAll
    static void list() throws IOException {
        jars = list("target/inherited");
    }

    private static List<Path> list(String directory) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.sorted(Comparator.comparing(InheritanceTest::size).reversed()).toList();
        }
    }

    @Test
    void theyAreFewAndSmall() {
        String all = jars.stream().map(jar -> size(jar) + " " + jar.getFileName()).collect(Collectors.joining("\n"));

        assertThat(jars).as(all).hasSizeLessThanOrEqualTo(MOST_JARS);
        assertThat(jars.stream().mapToLong(InheritanceTest::size).sum()).as(all).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void theCoreIsThatOfTheApplicationInItsVersion() {
        assertThat(jars).extracting(jar -> jar.getFileName().toString())
                .noneMatch(name -> name.matches("camel-(api|support|util|management|xml|core|base|main|spring|yaml).*|.*(wiremock|junit|vertx).*"));
    }

    /** But for those that know Camel Main's server, Vert.x, Spring Boot, Micrometer and tracing, each loaded only where that is. */
    @Test
    void everyClassFindsWhatItNames() throws Exception {
        Path component = jars.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("camel-twilio-")).findFirst().orElseThrow();
        List<Path> all = new ArrayList<>(jars);
        all.addAll(list("target/core"));
        URL[] urls = new URL[all.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = all.get(i).toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
                JarFile jar = new JarFile(component.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .filter(name -> !links(name, loader)))
                    .allMatch(name -> name.matches(".*\\.(camel\\.server\\.\\w+|VertxListener|ServletListener|WebhookMeters|CallMeters|CallSpans"
                            + "|ConversationsAutoConfiguration|configure\\.Spring\\w+)(\\$.*)?"));
        }
    }

    private static boolean links(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            type.getDeclaredMethods();
            type.getDeclaredConstructors();
            type.getDeclaredFields();
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static long size(Path jar) {
        return jar.toFile().length();
    }
}
