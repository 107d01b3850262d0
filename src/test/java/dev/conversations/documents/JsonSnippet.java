// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** JSON of a document: it is JSON. */
final class JsonSnippet {

    private static final ObjectMapper STRICT = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonSnippet() {}

    static void check(String text) throws IOException {
        STRICT.readTree(text);
    }
}
