// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;

/** Writes catalog/headers.md: every header, by who sets it. */
final class HeadersPage {

    private static final String OPTION = "Option ";

    private HeadersPage() {}

    static String write(JsonNode component) {
        JsonNode headers = component.get("headers");
        return """
                # Headers

                The names are constants of `ConversationsHeaders`. A header that an event or a call sets is never an option of the next call.

                ## Set by an event

                %s
                ## Set by the route of a pre-action event

                %s
                ## Set by a call

                %s
                ## Options of operations

                A header holds a value for the option of the same name, before the body and the URI: [operations.md](operations.md) has them by
                operation. Every header begins with `CamelTwilioConversations`, so that it does not leave over HTTP, nor come in.

                %s
                %d headers.
                """.formatted(
                table(headers, header -> label(header, "consumer") && !text(header).startsWith("Set by")),
                table(headers, header -> label(header, "consumer") && text(header).startsWith("Set by")),
                table(headers, header -> label(header, "producer") && !text(header).startsWith(OPTION)),
                table(headers, header -> label(header, "producer") && text(header).startsWith(OPTION)),
                headers.size());
    }

    private static boolean label(JsonNode header, String label) {
        return header.get("label").asText().equals(label);
    }

    private static String text(JsonNode header) {
        return header.get("description").asText();
    }

    private static String table(JsonNode headers, Predicate<JsonNode> wanted) {
        StringBuilder table = new StringBuilder("| header | type | meaning |\n|---|---|---|\n");
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            if (wanted.test(header.getValue())) {
                String type = header.getValue().get("javaType").asText();
                table.append("| `%s` | %s | %s |\n".formatted(
                        header.getKey(), type.substring(type.lastIndexOf('.') + 1), text(header.getValue())));
            }
        }
        return table.toString();
    }
}
