// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.xml.in.ModelParser;

/** XML of a document: routes that Camel reads, or dependencies that a build of ours has with the same version. */
final class XmlSnippet {

    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>.*?</dependency>");
    private static final List<String> PARTS = List.of("groupId", "artifactId", "version");

    private XmlSnippet() {}

    static void check(String text) throws Exception {
        if (text.startsWith("<routes")) {
            assertThat(routes(text)).isNotEmpty().allSatisfy(route -> assertThat(route.getOutputs()).isNotEmpty());
            return;
        }
        assertThat(text.replaceAll("</?dependencies>", "").strip()).startsWith("<dependency>");
        String poms = poms();
        assertThat(DEPENDENCY.matcher(text).results().map(found -> found.group())).isNotEmpty().allSatisfy(dependency ->
                assertThat(poms).as("a build that has tried it").containsPattern(
                        PARTS.stream().map(part -> tag(dependency, part)).filter(tag -> !tag.isEmpty() && !isManaged(dependency, tag))
                                .map(tag -> Pattern.quote(tag) + "\\s*").reduce("", String::concat)));
    }

    static List<RouteDefinition> routes(String text) throws Exception {
        return new ModelParser(new ByteArrayInputStream(text.getBytes(UTF_8)), "http://camel.apache.org/schema/spring")
                .parseRoutesDefinition().orElseThrow().getRoutes();
    }

    /** Whether it is the version of a part of Camel, which builds have from Camel's own list: that of all our builds. */
    private static boolean isManaged(String dependency, String tag) {
        return dependency.contains("<groupId>org.apache.camel</groupId>") && tag.equals("<version>4.18.0</version>");
    }

    private static String tag(String dependency, String part) {
        return Pattern.compile("<" + part + ">.*?</" + part + ">").matcher(dependency).results()
                .map(found -> found.group()).findFirst().orElse("");
    }

    /** The poms with their versions written out, as the parts of a dependency follow each other. */
    private static String poms() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Stream.of(Path.of("pom.xml"), Path.of("src/it"), Path.of("examples")).filter(Files::exists)
                .flatMap(XmlSnippet::below)) {
            files.filter(file -> file.endsWith("pom.xml")).forEach(file -> all.append(read(file)));
        }
        String camel = Pattern.compile("<camel.version>(.*?)</").matcher(all).results().findFirst().orElseThrow().group(1);
        String version = Pattern.compile("<version>(.*?)</").matcher(all).results().findFirst().orElseThrow().group(1);
        return all.toString().replace("@project.version@", version).replace("@camel.version@", camel).replace("${camel.version}", camel);
    }

    private static Stream<Path> below(Path path) {
        try {
            return Files.walk(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
