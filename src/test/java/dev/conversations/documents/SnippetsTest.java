// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No document has a snippet that nobody has tried. */
class SnippetsTest {

    @TempDir
    private static Path classes;

    @TestFactory
    Stream<DynamicTest> everySnippetIsWhatItClaimsToBe() {
        return all().stream().map(snippet -> DynamicTest.dynamicTest(snippet.toString(), () -> check(snippet)));
    }

    @Test
    void allJavaCompilesThatNoBuildOfOursHas() throws Exception {
        Map<String, String> sources = all().stream().filter(snippet -> snippet.language().equals("java") && !JavaSnippet.isOurs(snippet.text()))
                .collect(Collectors.toMap(Snippet::place, Snippet::text, (one, other) -> one, TreeMap::new));

        assertThat(JavaSnippet.compile(sources, Files.createDirectories(classes.resolve("all")))).hasSizeGreaterThan(8);
    }

    @Test
    void thereAreSnippetsOfAllLanguagesInReadmeGuideAndRecipes() {
        List<Snippet> all = all();

        assertThat(all).hasSizeGreaterThan(40).extracting(Snippet::language)
                .contains("java", "yaml", "xml", "properties", "sh", "json", "mermaid");
        assertThat(all).extracting(snippet -> snippet.document().toString())
                .contains("README.md", "docs/guide/call.md", "docs/recipes/kubernetes.md", "docs/twilio-conversations-component.adoc",
                        "routes/crm/README.md");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            java       | class Wrong { @Test void nothing() {} }
            yaml       | - route: {id: a, from: {uri: direct:a, steps: [{to: seda:b}]}}
            yaml       | - route: {id: a, from: {uri: direct:a, steps: [{setBody: {simple: hello}}]}}
            yaml       | - route: {id: a, from: {uri: direct:a, steps: [{setBody: {expression: {simple: hello}}}]}}
            yaml       | - route: {id: a, from: {uri: direct:a, steps: [{setBody: {expression: {constant: {expression: 403}}}}]}}
            yaml       | - route: {id: a, from: {uri: 'seda:a?size=3', steps: [{log: {message: hello}}]}}
            yaml       | - route: {id: a, from: {uri: direct:a, steps: [{sing: {song: hello}}]}}
            yaml       | {apiVersion: v1, kind: Pod, spec: {containers: [{env: [{name: TWILIO_ACOUNT_SID, value: AC}]}]}}
            xml        | <routes xmlns="http://camel.apache.org/schema/spring"><route><form uri="direct:a"/></route></routes>
            xml        | <dependency><groupId>org.example</groupId><artifactId>unheard-of</artifactId><version>1</version></dependency>
            properties | bridge.http.prot = 1
            properties | camel.component.twilio-conversations.acount-sid = AC
            properties | camel.server.prot = 1
            properties | camel.beans.keys = #class:org.example.Nothing
            properties | spring.nothing = 1
            sh         | mvn -q compile exec:jaba
            sh         | mvn -Pnone verify
            sh         | export TWILIO_ACOUNT_SID=AC
            sh         | rm -rf target
            sh         | curl http://localhost:8090/sandbox/no-such-place
            sh         | mvn -q exec:java -Dexec.mainClass=org.example.Nothing
            sh         | camel run unheard-of.camel.yaml
            yaml       | {camel: {component: {twilio-conversations: {acount-sid: AC}}}}
            json       | {"a": }
            python     | print()
            ``         | hello
            """)
    void aSnippetThatIsWrongIsSeen(String language, String text) {
        Snippet planted = new Snippet(Document.of("docs/planted.md"), 1, language, text);

        assertThat(new Object[] {language, text}).satisfies(ignored -> {
            try {
                check(planted);
            } catch (AssertionError | Exception seen) {
                return;
            }
            fail("nobody sees what is wrong");
        });
    }

    @TestFactory
    Stream<DynamicTest> theRoutesOfTheBridgeAndOfExamplesAreCanonical() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().matches("(routes|examples)/.*\\.camel\\.yaml") && !file.toString().contains("/target/"))
                    .toList().stream().map(file -> DynamicTest.dynamicTest(file.toString(), () ->
                            assertThat(Canonical.faults(YamlSnippet.read(Files.readString(file)))).isEmpty()));
        }
    }

    @Test
    void aClassAndAStatementThatAreWrongAreSeen() throws IOException {
        Path wrong = Files.createDirectories(classes.resolve("wrong"));

        assertThatThrownBy(() -> JavaSnippet.compile(Map.of("one", "int i = nothing;", "other", "class Wrong extends Unheard {}"), wrong))
                .isInstanceOf(AssertionError.class).hasMessageContainingAll("nothing", "Unheard");
    }

    private static List<Snippet> all() {
        return Document.all().stream().flatMap(document -> document.snippets().stream()).toList();
    }

    private static void check(Snippet snippet) throws Exception {
        switch (snippet.language()) {
            case "java" -> JavaSnippet.check(snippet);
            case "yaml" -> YamlSnippet.check(snippet);
            case "xml" -> XmlSnippet.check(snippet.text());
            case "properties" -> PropertiesSnippet.check(snippet.text());
            case "sh" -> ShellSnippet.check(snippet);
            case "json" -> JsonSnippet.check(snippet.text());
            case "mermaid" -> assertThat(snippet.document()).as("PicturesTest looks at the pictures").hasToString("docs/architecture.md");
            case "text" -> assertThat(snippet.text()).as("what is text is no code").doesNotContain("import ", "mvn ");
            default -> fail("nobody tries a snippet in '" + snippet.language() + "'");
        }
    }
}
