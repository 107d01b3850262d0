// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.documents.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every URI that a document or a route shows is one that the component knows. */
class DocumentsTest {

    private static final String SCHEME = "twilio-conversations:";
    private static final Set<String> DATA_TYPES = Set.of(SCHEME + "application-cloudevents", SCHEME + "application-json");
    private static final Pattern URI = Pattern.compile(SCHEME + "[a-z-]+/[A-Za-z]+(\\?[^\\s\"'`|)]*)?");

    private final DefaultCamelCatalog catalog = new DefaultCamelCatalog();

    @TestFactory
    Stream<DynamicTest> everyUriIsKnown() throws IOException {
        return files().stream().flatMap(file -> uris(file).distinct().filter(DocumentsTest::isFixed)
                .map(uri -> DynamicTest.dynamicTest(file + " " + uri, () -> check(uri))));
    }

    /** What is made up at run time cannot be checked, and data types are named like URIs but are none. */
    private static boolean isFixed(String uri) {
        return !uri.contains("${") && !DATA_TYPES.contains(uri);
    }

    private void check(String uri) {
        EndpointValidationResult result = catalog.validateEndpointProperties(uri);
        assertThat(result.isSuccess()).as(() -> result.summaryErrorMessage(true)).isTrue();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(""))) {
            return all.filter(path -> path.toString().matches("((routes|examples|catalog|docs)/.*|[^/]*)\\.(md|adoc|ya?ml)")).toList();
        }
    }

    private static Stream<String> uris(Path file) {
        String text = text(file);
        if (file.toString().endsWith("yaml") || file.toString().endsWith("yml")) {
            return inYaml(text);
        }
        return Stream.concat(URI.matcher(text.replace("&amp;", "&")).results().map(MatchResult::group),
                new Document(file).snippets("yaml").stream().flatMap(DocumentsTest::inYaml));
    }

    private static Stream<String> inYaml(String text) {
        Iterable<Object> documents = new Load(LoadSettings.builder().build()).loadAllFromString(text);
        return Stream.of(documents).flatMap(DocumentsTest::all).flatMap(DocumentsTest::endpoints);
    }

    private static Stream<Object> all(Iterable<Object> items) {
        Stream.Builder<Object> stream = Stream.builder();
        items.forEach(stream);
        return stream.build();
    }

    /**
     * The endpoints in a tree of YAML: a {@code uri} with its {@code parameters}, which may name api and method; those that a
     * setting may leave out are.
     */
    private static Stream<String> endpoints(Object tree) {
        if (tree instanceof List<?> list) {
            return list.stream().flatMap(DocumentsTest::endpoints);
        }
        if (tree instanceof Map<?, ?> map) {
            Stream<String> own = map.get("uri") instanceof String uri && (uri + ":").startsWith(SCHEME)
                    ? Stream.of(endpoint(uri, map.get("parameters")))
                    : Stream.empty();
            return Stream.concat(own, map.entrySet().stream().filter(each -> !each.getKey().equals("uri"))
                    .flatMap(each -> endpoints(each.getValue())));
        }
        return tree instanceof String uri && uri.startsWith(SCHEME) ? Stream.of(uri) : Stream.empty();
    }

    private static String endpoint(String uri, Object parameters) {
        Map<Object, Object> query = new LinkedHashMap<>(parameters instanceof Map<?, ?> map ? map : Map.of());
        query.values().removeIf(value -> String.valueOf(value).startsWith("{{?"));
        String path = uri.contains(":") ? uri : SCHEME + query.remove("apiName") + "/" + query.remove("methodName");
        return query.entrySet().stream().map(each -> each.getKey() + "="
                + URLEncoder.encode(String.valueOf(each.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", path + (query.isEmpty() ? "" : "?"), ""));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
