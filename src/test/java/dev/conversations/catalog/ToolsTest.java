// SPDX-License-Identifier: Apache-2.0
package dev.conversations.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Option;
import dev.conversations.api.operation.Option.Trait;
import dev.conversations.api.operation.Scope;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation is a tool for language models, described as the Model Context Protocol has it. */
class ToolsTest {

    private static final JsonNode TOOLS = CatalogFile.json("mcp/tools.json").get("tools");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Operation> operations() {
        return Operations.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsAToolThatTakesItsOptions(Operation operation) {
        JsonNode tool = tool(operation);
        assertThat(tool.get("name").asText()).matches("[a-z_]{1,64}")
                .isEqualTo(operation.name().replace('-', '_').replace('/', '_'));
        assertThat(tool.get("title").asText()).isNotBlank();
        assertThat(tool.get("description").asText()).endsWith(".");
        JsonNode schema = tool.get("inputSchema");
        assertThat(schema.get("type").asText()).isEqualTo("object");
        assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
        assertThat(names(schema)).containsAll(operation.options().keySet());
        assertThat(new TreeSet<>(CatalogFile.JSON.convertValue(schema.get("required"), List.class))).isEqualTo(new TreeSet<>(
                operation.options().values().stream().filter(option -> option.traits().contains(Trait.REQUIRED)).map(Option::name).toList()));
        assertThat(schema.get("properties")).allSatisfy(option -> assertThat(option.get("description").asText()).endsWith("."));
        assertThat(REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema")).validate(schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hintsTellWhatReadsWhatDestroysAndWhatMayBeRepeated(Operation operation) {
        JsonNode hints = tool(operation).get("annotations");
        boolean reads = List.of("fetch", "list").contains(operation.method());
        boolean creates = operation.method().equals("create");
        assertThat(hints.get("readOnlyHint").asBoolean()).isEqualTo(reads);
        assertThat(hints.get("destructiveHint").asBoolean()).isEqualTo(!reads && !creates);
        assertThat(hints.get("idempotentHint").asBoolean()).isEqualTo(!creates);
        assertThat(hints.get("openWorldHint").asBoolean()).isTrue();
    }

    @Test
    void allOperationsOfTwiliosApiAreAmongThem() {
        List<String> requests = new ArrayList<>();
        TOOLS.forEach(tool -> tool.at("/_meta/requests").forEach(request -> requests.add(request.asText())));
        assertThat(requests).hasSize(103).doesNotHaveDuplicates().containsAll(operations().flatMap(operation -> Stream.of("", "/Services/{chatServiceSid}")
                .filter(place -> operation.resource().scope() == Scope.BOTH || place.isEmpty() == (operation.resource().scope() == Scope.ACCOUNT))
                .map(place -> operation.verb() + " /v1" + place + operation.path())).toList());
        assertThat(TOOLS).hasSize(Operations.all().size());
    }

    @Test
    void aClientOfTheProtocolReadsThem() throws Exception {
        McpSchema.ListToolsResult read = new JacksonMcpJsonMapper(CatalogFile.JSON)
                .readValue(CatalogFile.text("mcp/tools.json"), McpSchema.ListToolsResult.class);
        assertThat(read.tools()).hasSize(Operations.all().size()).allSatisfy(tool -> assertThat(tool.annotations()).isNotNull());
        assertThat(CatalogFile.packed("META-INF/twilio-conversations/mcp/tools.json")).isEqualTo(CatalogFile.text("mcp/tools.json"));
    }

    private static JsonNode tool(Operation operation) {
        for (JsonNode tool : TOOLS) {
            if (tool.at("/_meta/endpoint").asText().equals("twilio-conversations:" + operation.name())) {
                return tool;
            }
        }
        throw new AssertionError("no tool for " + operation.name());
    }

    private static List<String> names(JsonNode schema) {
        return schema.get("properties").properties().stream().map(option -> option.getKey()).toList();
    }
}
