// SPDX-License-Identifier: Apache-2.0
package dev.conversations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the catalog tell is so, and nothing is missing. */
class PagesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.]+)` \\| `([^`]+)` \\|");
    private static final Pattern CODE = Pattern.compile(
            "(?m)^\\| \\[(\\d+)]\\(https://www\\.twilio\\.com/docs/api/errors/\\1\\) \\| [^|]+ \\| (LATER|CHANGED|NEVER|UNKNOWN) \\| .+\\. \\|$");
    private static final String EVENTS = CatalogFile.text("events.md");

    static Stream<Operation> operations() {
        return Operations.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsOnItsPageWithItsOptions(Operation operation) {
        String row = CatalogFile.text("operations.md").lines().filter(line -> line.startsWith("| `" + operation.name() + "`")).findFirst()
                .orElseThrow();
        assertThat(row).contains(operation.verb() + " " + operation.path());
        assertThat(operation.options().keySet()).allSatisfy(option -> assertThat(row).contains(option));
    }

    @ParameterizedTest
    @EnumSource
    void everyEventIsOnItsPageWithKindParametersAndAnswer(EventType event) {
        String section = section(event);
        assertThat(section).contains("- Kind: " + (event.before() ? "pre" : "post") + "-action.")
                .contains("twilio-conversations:events/" + event.event())
                .contains("A webhook of a single conversation: " + (event.scoped() ? "yes" : "no"));
        assertThat(ROW.matcher(section).results().map(row -> row.group(1)).toList()).isEqualTo(event.parameters());
        assertThat(event.changes()).allSatisfy(field -> assertThat(section).contains("`" + field + "`"));
        if (event.stream() != null) {
            assertThat(section).contains(event.stream());
        }
    }

    @Test
    void everyExpressionReadsTheParameterThatItStandsBy() {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        Map<String, String> expressions = ROW.matcher(EVENTS).results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2), (one, same) -> one, LinkedHashMap::new));
        expressions.remove("MessageBody");
        expressions.keySet().forEach(name -> sent.put(name, List.of(sample(name))));
        DefaultCamelContext context = new DefaultCamelContext();
        context.start();
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(new WebhookEvent(sent));
        expressions.forEach((name, expression) -> assertThat(context.resolveLanguage("simple").createExpression(expression)
                .evaluate(exchange, Object.class)).as(name + " " + expression).satisfies(value -> assertThat(CatalogFile.JSON
                        .convertValue(value instanceof Map || value instanceof List ? value : String.valueOf(value), JsonNode.class))
                        .isEqualTo(value instanceof Map || value instanceof List ? CatalogFile.JSON.readTree(sample(name))
                                : CatalogFile.JSON.getNodeFactory().textNode(sample(name)))));
        context.stop();
    }

    private static String sample(String name) {
        if (name.startsWith("Date")) {
            return "2026-01-02T03:04:05.678Z";
        }
        return switch (name) {
            case "Attributes" -> "{\"a\":1}";
            case "Media" -> "[{\"Sid\":\"ME1\"}]";
            case "Index", "ErrorCode" -> "7";
            default -> "of " + name;
        };
    }

    @Test
    void everyHeaderIsOnItsPage() {
        JsonNode headers = CatalogFile.json("camel/twilio-conversations.json").get("headers");
        assertThat(CatalogFile.text("headers.md")).contains(headers.properties().stream()
                .map(header -> "| `" + header.getKey() + "` |").toList()).endsWith(headers.size() + " headers.\n");
        assertThat(EVENTS).contains(headers.properties().stream().filter(header -> header.getKey().contains("sEvent"))
                .map(header -> "`" + header.getKey() + "`").toList());
    }

    @Test
    void everyCodeIsOnThePageOfErrorsOnceWithItsSourceAndAdvice() {
        List<String> rows = CatalogFile.text("errors.md").lines().filter(line -> line.startsWith("| [")).toList();
        assertThat(rows).hasSizeGreaterThan(180).allMatch(row -> CODE.matcher(row).matches());
        List<Integer> codes = rows.stream().map(row -> Integer.valueOf(row.substring(3, row.indexOf(']')))).toList();
        assertThat(codes).isSorted().doesNotHaveDuplicates().contains(20003, 20404, 20429, 50056, 50416, 50433, 21610, 30003, 63016);
        assertThat(rows).filteredOn(row -> row.contains("429 |")).hasSize(1).allMatch(row -> row.contains("| LATER |"));
    }

    @Test
    void thePageOfFailuresTellsTheSameOfDeliveries() {
        Map<String, String> all = CatalogFile.text("errors.md").lines().filter(line -> line.contains("| delivery |"))
                .collect(Collectors.toMap(line -> line.split("]")[0], line -> line.replace("| delivery |", "|")));
        assertThat(CatalogFile.text("failures.md").lines().filter(line -> line.startsWith("| [")).toList())
                .containsExactlyInAnyOrderElementsOf(all.values());
    }

    private static String section(EventType event) {
        List<String> sections = Arrays.stream(EVENTS.split("(?m)^## ")).filter(section -> section.startsWith(event.event() + "\n")).toList();
        assertThat(sections).hasSize(1);
        return sections.get(0);
    }
}
