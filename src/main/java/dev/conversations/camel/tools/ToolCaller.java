// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.tools;

import dev.conversations.api.TwilioException;
import dev.conversations.api.text.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the operation of a tool, and says what came of it as a result of the protocol. */
final class ToolCaller {

    private static final Logger LOG = LoggerFactory.getLogger(ToolCaller.class);

    private final ProducerTemplate template;

    ToolCaller(CamelContext context) {
        template = context.createProducerTemplate();
    }

    /** @param arguments checked ones: nothing else goes along, and they name options only */
    Map<String, Object> call(Tool tool, Map<String, Object> arguments) {
        try {
            return done(template.requestBody(tool.endpoint(), arguments));
        } catch (CamelExecutionException e) {
            return failed(reason(tool, e.getCause()));
        }
    }

    /** What is said to the model when nothing was called, or the call failed. */
    static Map<String, Object> failed(String reason) {
        return Map.of("content", text(reason), "isError", true);
    }

    /** What is said to the model of something that can be written as an object of JSON. */
    static Map<String, Object> told(Map<String, Object> object) {
        return Map.of("content", text(Json.text(object)), "structuredContent", object, "isError", false);
    }

    private static Map<String, Object> done(Object answer) {
        if (answer == null) {
            return told(Map.of("done", true));
        }
        return told(answer instanceof List<?> items ? Map.of("items", items.stream().map(Json::toMap).toList()) : Json.toMap(answer));
    }

    private static String reason(Tool tool, Throwable cause) {
        if (cause instanceof TwilioException || cause instanceof IllegalArgumentException) {
            return cause.getMessage();
        }
        LOG.warn("The tool {} failed: {}", tool.name(), cause == null ? null : cause.getClass().getName());
        return tool.name() + ": " + (cause instanceof IOException ? "Twilio could not be reached; whether it was done is not known"
                : "it failed for a reason that is told to nobody but the log");
    }

    private static List<Map<String, Object>> text(String text) {
        return List.of(Map.of("type", "text", "text", text));
    }
}
