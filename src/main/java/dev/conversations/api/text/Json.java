// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/** How this house reads and writes JSON: no polymorphism, numbers are exact, unknown fields are kept by the records themselves. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addModule(new JsonValues())
            .build();
    private static final ObjectReader PART = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int DEEPEST_SHOWN = 5;
    private static final ClassValue<RecordFields> FIELDS = new ClassValue<>() {

        @Override
        protected RecordFields computeValue(Class<?> type) {
            return new RecordFields(type, MAPPER.getSerializationConfig());
        }
    };
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /**
     * Reads a value.
     *
     * @throws IOException when the text is no JSON of that shape; the message repeats none of it
     */
    public static <T> T read(byte[] text, Class<T> type) throws IOException {
        try {
            return present(MAPPER.readValue(text, type));
        } catch (JsonProcessingException e) {
            throw discreet(e);
        }
    }

    /**
     * Reads an object into a map.
     *
     * @throws IOException when the text is no JSON object; the message repeats none of it
     */
    public static Map<String, Object> readObject(byte[] text) throws IOException {
        try {
            return present(MAPPER.readValue(text, OBJECT));
        } catch (JsonProcessingException e) {
            throw discreet(e);
        }
    }

    /** Reads a text token by token. */
    @FunctionalInterface
    public interface Reading<T> {

        T read(JsonParser json) throws IOException;
    }

    /**
     * Reads a text token by token, to its end.
     *
     * @throws IOException when it is no JSON, or the reading says so; the message repeats none of it
     */
    public static <T> T parse(byte[] text, Reading<T> reading) throws IOException {
        try (JsonParser json = MAPPER.createParser(text)) {
            T value = reading.read(json);
            if (json.nextToken() != null) {
                throw new IOException("Not the JSON expected: it goes on after its end");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw discreet(e);
        }
    }

    /** What reads values of a type in the midst of a text. */
    public static ObjectReader part(Class<?> type) {
        return PART.forType(type);
    }

    /** The record as a map under its JSON names, unknown fields included. */
    public static Map<String, Object> toMap(Object record) {
        return MAPPER.convertValue(record, OBJECT);
    }

    /** What a record holds under a JSON name, unknown fields included; null when that is nothing. */
    public static Object field(Object record, String name) {
        return FIELDS.get(record.getClass()).read(record, name);
    }

    /**
     * The map as a record.
     *
     * @throws IllegalArgumentException when a value does not fit; the message repeats none of it
     */
    public static <T> T fromMap(Map<?, ?> map, Class<T> type) {
        try {
            return MAPPER.convertValue(map, type);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A value of the map does not fit " + type.getSimpleName());
        }
    }

    /** The value as maps, lists, texts and numbers if it is a JSON node, else the value itself. */
    public static Object plain(Object value) {
        return value instanceof JsonNode node ? MAPPER.convertValue(node, Object.class) : value;
    }

    /** What the value says as JSON, as maps, lists, texts and numbers; null when it says nothing. */
    public static Object parsed(Object value) {
        try {
            return MAPPER.readValue(value instanceof CharSequence json ? json.toString() : text(value), Object.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return null;
        }
    }

    /** @throws IllegalArgumentException when the value cannot be written as JSON; the message says what cannot, and where */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    /** @throws IllegalArgumentException when the value cannot be written as JSON; the message says what cannot, and where */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw unwritable(value, e);
        }
    }

    private static IllegalArgumentException unwritable(Object value, JsonProcessingException e) {
        Class<?> type = e instanceof InvalidDefinitionException unknown && unknown.getType() != null
                ? unknown.getType().getRawClass()
                : value.getClass();
        String place = !(e instanceof JsonMappingException nested) ? "" : nested.getPath().stream().limit(DEEPEST_SHOWN)
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : ShownName.of(step.getFieldName()))
                .collect(Collectors.joining("."));
        return new IllegalArgumentException(
                "cannot be written as JSON: there is a " + type.getName() + (place.isEmpty() ? "" : " at " + place));
    }

    private static <T> T present(T value) throws IOException {
        if (value == null) {
            throw new IOException("Not the JSON expected but null");
        }
        return value;
    }

    private static IOException discreet(JsonProcessingException e) {
        return new IOException("Not the JSON expected, at line %d, column %d".formatted(
                e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
    }
}
