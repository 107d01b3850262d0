// SPDX-License-Identifier: Apache-2.0
package dev.conversations.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the catalog as it lies there, and as the jar has it. */
final class CatalogFile {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CATALOG = Path.of("catalog");

    private CatalogFile() {}

    static String text(String name) {
        try {
            return Files.readString(CATALOG.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String name) {
        try {
            return JSON.readTree(text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String packed(String resource) {
        try (InputStream in = CatalogFile.class.getResourceAsStream("/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
