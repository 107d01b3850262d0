// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.sandbox.Sandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the schema of a tool lets through is what the component takes. */
class ToolCallerTest {

    private static final DefaultCamelContext CONTEXT = new DefaultCamelContext();
    private static Sandbox sandbox;
    private static ToolCaller caller;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        ConversationsConfiguration options = CONTEXT.getComponent("twilio-conversations", ConversationsComponent.class).getConfiguration();
        options.setBaseUri(sandbox.baseUri().toString());
        options.setAccountSid(sandbox.accountSid());
        options.setAuthToken(sandbox.authToken());
        CONTEXT.start();
        caller = new ToolCaller(CONTEXT);
    }

    @AfterAll
    static void stop() {
        CONTEXT.stop();
        sandbox.close();
    }

    static Stream<Tool> tools() {
        return Tool.all().stream();
    }

    @ParameterizedTest
    @MethodSource("tools")
    void everyArgumentOfEveryToolReachesTwilio(Tool tool) {
        Map<String, Object> result = caller.call(tool, ToolArguments.checked(tool, samples(tool)));
        String text = (String) ((Map<?, ?>) ((List<?>) result.get("content")).get(0)).get("text");
        String operation = tool.endpoint().substring("twilio-conversations:".length());
        assertThat(text).satisfiesAnyOf(
                done -> assertThat(result).containsEntry("isError", false),
                refused -> assertThat(refused).matches("(?s)" + operation + ": [45]\\d\\d \\(code \\d+\\).*"));
    }

    @Test
    void aToolThatReadsIsNeverOneThatChanges() {
        assertThat(tools().filter(Tool::readsOnly)).isNotEmpty().allMatch(tool -> tool.name().matches(".*_(fetch|list)"));
        assertThat(tools().filter(tool -> !tool.readsOnly())).isNotEmpty().allMatch(tool -> tool.name().matches(".*_(create|update|delete)"));
    }

    @Test
    void toolsThatDoNotExistAndTokensThatCanBeGuessedAreRefused() {
        McpServer server = new McpServer();
        assertThatThrownBy(() -> server.setTools("messages_*, mesages_list")).hasMessage(
                "tools of the McpServer: there is no tool 'mesages_list'; catalog/mcp/tools.json has them");
        assertThatThrownBy(() -> server.setToken("secret")).hasMessage("token of the McpServer: must have at least 16 characters")
                .hasMessageNotContaining("secret");
    }

    /** A value for every argument; a create under a key is another way of making. */
    private static Map<String, Object> samples(Tool tool) {
        Map<String, Object> samples = new LinkedHashMap<>();
        Tool.object(tool.inputSchema().get("properties")).forEach((name, schema) -> samples.put(name, sample(Tool.object(schema))));
        samples.remove("idempotencyKey");
        return samples;
    }

    private static Object sample(Map<String, Object> schema) {
        return switch ((String) schema.get("type")) {
            case "integer" -> 1;
            case "boolean" -> true;
            case "object" -> Map.of("a", 1);
            case "array" -> List.of(sample(Tool.object(schema.get("items"))));
            default -> text(schema);
        };
    }

    private static String text(Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> values) {
            return (String) values.get(0);
        }
        if (schema.get("pattern") instanceof String pattern) {
            return pattern.substring(1, 3) + "0".repeat(32);
        }
        return "date-time".equals(schema.get("format")) ? "2026-01-02T03:04:05Z" : "duration".equals(schema.get("format")) ? "PT10M" : "x";
    }
}
