// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON as webhooks hold it: attributes and media are text in parameters, Event Streams are JSON as a whole. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final TypeReference<List<Map<String, Object>>> LIST = new TypeReference<>() {};

    private JsonText() {}

    /** The object that the text is; empty when it is none. */
    static Optional<Map<String, Object>> map(String text) {
        return read(text, MAP);
    }

    /** The array of objects that the text is; empty when it is none. */
    static Optional<List<Map<String, Object>>> list(String text) {
        return read(text, LIST);
    }

    /** The text itself, or what is not text written as JSON. */
    static String of(Object value) {
        if (value instanceof CharSequence) {
            return value.toString();
        }
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a " + value.getClass().getName() + " cannot be written as JSON");
        }
    }

    /** Whether two texts are the same JSON: the order of members does not count, nor how a number is written. */
    static boolean isSame(String one, String other) {
        try {
            return MAPPER.readTree(one).equals(JsonText::compare, MAPPER.readTree(other));
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static int compare(JsonNode one, JsonNode other) {
        boolean numbers = one.isNumber() && other.isNumber();
        return one.equals(other) || numbers && one.doubleValue() == other.doubleValue() ? 0 : 1;
    }

    /**
     * The whole text as a tree.
     *
     * @throws IllegalArgumentException when it is no JSON; the message repeats none of it
     */
    static JsonNode tree(byte[] text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON");
        }
    }

    private static <T> Optional<T> read(String text, TypeReference<T> type) {
        try {
            boolean none = text == null || text.isEmpty();
            return none ? Optional.empty() : Optional.ofNullable(MAPPER.readValue(text, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
