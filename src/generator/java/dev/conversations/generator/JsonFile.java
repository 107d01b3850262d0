// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** JSON that is read and written whole. */
final class JsonFile {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter LINES = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private JsonFile() {}

    static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    static String text(Object value) throws IOException {
        return JSON.writer(LINES).writeValueAsString(value) + "\n";
    }
}
