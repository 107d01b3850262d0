// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.tools;

import dev.conversations.api.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * An operation as a tool.
 *
 * @param definition what clients are told of it
 */
record Tool(Map<String, Object> definition) {

    private static final String ALL = "/META-INF/twilio-conversations/mcp/tools.json";

    /** Every operation of the API, as the catalog has it. */
    static List<Tool> all() {
        try (InputStream in = Tool.class.getResourceAsStream(ALL)) {
            return ((List<?>) Json.readObject(in.readAllBytes()).get("tools")).stream().map(tool -> new Tool(object(tool))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return (String) definition.get("name");
    }

    String title() {
        return (String) definition.get("title");
    }

    /** The URI that is called. */
    String endpoint() {
        return (String) object(definition.get("_meta")).get("endpoint");
    }

    Map<String, Object> inputSchema() {
        return object(definition.get("inputSchema"));
    }

    /** Whether it changes nothing, so that no person has to agree. */
    boolean readsOnly() {
        return Boolean.TRUE.equals(object(definition.get("annotations")).get("readOnlyHint"));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
