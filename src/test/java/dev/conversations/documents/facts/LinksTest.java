// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.documents.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What documents link to is there, and each document is linked to. */
class LinksTest {

    private static final Pattern MARKDOWN = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern ASCIIDOC = Pattern.compile("link:([^\\[\\s]+)\\[");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^\\h*```.*?^\\h*```\\h*$|`[^`\n]*`");

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() {
        return Document.all().stream().filter(document -> !links(document).isEmpty())
                .map(document -> DynamicTest.dynamicTest(document.toString(), () ->
                        assertThat(links(document)).allSatisfy(link -> check(document, link))));
    }

    @Test
    void everyPageIsFoundFromTheReadme() {
        Set<Path> found = Document.all().stream().flatMap(document -> links(document).stream()
                .filter(link -> !link.startsWith("#")).map(link -> target(document, link))).collect(Collectors.toSet());

        assertThat(Document.all()).extracting(Document::file).filteredOn(file -> !file.equals(Path.of("README.md")))
                .allSatisfy(file -> assertThat(found.contains(file) || found.contains(file.getParent())).as("%s is linked to", file).isTrue());
    }

    @Test
    void aLinkThatLeadsNowhereIsSeen() {
        Document readme = Document.of("README.md");

        assertThat(Stream.of("docs/none.md", "#no-such-part", "docs/guide/call.md#no-such-part")).allSatisfy(link ->
                assertThat(leads(readme, link)).isFalse());
    }

    private static void check(Document document, String link) {
        assertThat(leads(document, link)).as("%s: %s", document, link).isTrue();
    }

    private static boolean leads(Document document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document.file() : target(document, link);
        return Files.exists(target) && (parts.length == 1 || anchors(new Document(target)).contains(parts[1]));
    }

    private static Path target(Document document, String link) {
        return Path.of(document.file().toString()).resolveSibling(link.split("#")[0]).normalize();
    }

    /** What leads to files; the web is not asked. */
    private static List<String> links(Document document) {
        return (document.isMarkdown() ? MARKDOWN : ASCIIDOC).matcher(CODE.matcher(document.text()).replaceAll("")).results()
                .map(link -> link.group(1)).filter(link -> !link.matches("[a-z]+:.*")).toList();
    }

    /** The headings as GitHub names them. */
    private static Set<String> anchors(Document document) {
        return HEADING.matcher(document.text()).results().map(heading -> heading.group(1).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-')).collect(Collectors.toSet());
    }
}
