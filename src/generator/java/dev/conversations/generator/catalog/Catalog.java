// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.conversations.generator.model.Model;
import java.util.Map;
import java.util.TreeMap;

/** All files of the catalog. */
public final class Catalog {

    private Catalog() {}

    /**
     * The text of every file by its path.
     *
     * @param component what Camel's own tools make of the component
     */
    public static Map<String, String> write(Model model, String component) {
        JsonNode definition = Tree.read(component);
        Map<String, String> files = new TreeMap<>();
        files.put("operations.md", OperationsPage.write(model));
        files.put("events.md", EventsPage.write(model));
        files.put("headers.md", HeadersPage.write(definition));
        files.put("errors.md", ErrorsPage.write(model));
        files.put("failures.md", ErrorsPage.failures(model));
        files.put("mcp/tools.json", ToolsFile.write(model));
        RecordSchemas.write(model).forEach((name, text) -> files.put("schemas/" + name + ".schema.json", text));
        EventSchemas.write(model).forEach((name, text) -> files.put("schemas/" + name + ".schema.json", text));
        files.put("camel/twilio-conversations.json", component);
        CamelFiles.write(definition).forEach((name, text) -> files.put("camel/" + name, text));
        return files;
    }
}
