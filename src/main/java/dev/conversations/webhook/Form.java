// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parser of {@code application/x-www-form-urlencoded} text, whether a request body or a query string: UTF-8, names
 * in the order of their first appearance, all values of a repeated name in the order received.
 *
 * @see <a href="https://url.spec.whatwg.org/#urlencoded-parsing">URL Standard, urlencoded parsing</a>
 */
public final class Form {
    /** The most fields that are accepted; Twilio sends some twenty. */
    public static final int MAX_FIELDS = 1000;

    private final byte[] text;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private int count;

    private Form(byte[] text) {
        this.text = text;
    }

    /** As {@link #parse(byte[])}; null is read as empty. */
    public static Map<String, List<String>> parse(String text) {
        return text == null ? Map.of() : parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The decoded fields, unmodifiable.
     *
     * @throws IllegalArgumentException when there are more than {@link #MAX_FIELDS}, when a percent sign is not
     *     followed by two hexadecimal digits, or when what is decoded is not UTF-8; the message repeats no value
     */
    public static Map<String, List<String>> parse(byte[] text) {
        return new Form(text).parse();
    }

    private Map<String, List<String>> parse() {
        for (int start = 0; start < text.length; ) {
            int end = indexOf('&', start, text.length);
            if (end > start) {
                add(start, end);
            }
            start = end + 1;
        }
        fields.replaceAll((name, values) -> values.size() == 1 ? values : Collections.unmodifiableList(values));
        return Collections.unmodifiableMap(fields);
    }

    private void add(int start, int end) {
        if (++count > MAX_FIELDS) {
            throw new IllegalArgumentException("more than " + MAX_FIELDS + " form fields");
        }
        int equals = indexOf('=', start, end);
        String name = decode(start, equals);
        String value = equals == end ? "" : decode(equals + 1, end);
        List<String> before = fields.putIfAbsent(name, List.of(value));
        if (before != null && before.size() == 1) {
            fields.put(name, new ArrayList<>(List.of(before.get(0), value)));
        } else if (before != null) {
            before.add(value);
        }
    }

    private int indexOf(char wanted, int start, int end) {
        int i = start;
        while (i < end && text[i] != wanted) {
            i++;
        }
        return i;
    }

    private String decode(int start, int end) {
        byte[] decoded = new byte[end - start];
        int length = 0;
        boolean ascii = true;
        for (int i = start; i < end; i++) {
            byte b = text[i];
            if (b == '+') {
                b = ' ';
            } else if (b == '%') {
                b = (byte) (hex(i + 1, end) << 4 | hex(i + 2, end));
                i += 2;
            }
            ascii &= b >= 0;
            decoded[length++] = b;
        }
        return ascii ? new String(decoded, 0, length, StandardCharsets.ISO_8859_1) : utf8(decoded, length);
    }

    private int hex(int index, int end) {
        int digit = index < end ? Character.digit(text[index], 16) : -1;
        if (digit < 0) {
            throw new IllegalArgumentException("malformed percent-encoding in form field " + count);
        }
        return digit;
    }

    private String utf8(byte[] decoded, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("form field " + count + " is not UTF-8");
        }
    }
}
