// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What is signed of a form: name and value of each field, by name in code-point order, in UTF-8. */
final class SignedText {

    private static final byte[] NOTHING = {};
    private static final int LONGEST_CHARACTER = 3;

    private final byte[] bytes;
    private int length;

    private SignedText(int longest) {
        bytes = new byte[longest];
    }

    /** The text; the values of a repeated field are a set. */
    static byte[] of(Map<String, List<String>> fields) {
        if (fields.isEmpty()) {
            return NOTHING;
        }
        SignedText text = new SignedText(longest(fields));
        String[] names = fields.keySet().toArray(String[]::new);
        Arrays.sort(names, SignedText::byCodePoint);
        for (String name : names) {
            List<String> values = fields.get(name);
            if (values.size() == 1) {
                text.add(name).add(values.get(0));
            } else {
                TreeSet<String> distinct = new TreeSet<>(SignedText::byCodePoint);
                distinct.addAll(values);
                distinct.forEach(value -> text.add(name).add(value));
            }
        }
        return text.length == text.bytes.length ? text.bytes : Arrays.copyOf(text.bytes, text.length);
    }

    private static int longest(Map<String, List<String>> fields) {
        int longest = 0;
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            for (String value : field.getValue()) {
                longest += longest(field.getKey()) + longest(value);
            }
        }
        return longest;
    }

    private static int longest(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return text.length() * LONGEST_CHARACTER;
            }
        }
        return text.length();
    }

    private SignedText add(String text) {
        int start = length;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7f) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(encoded, 0, bytes, start, encoded.length);
                length = start + encoded.length;
                return this;
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    /** Differs from the order of Strings where a surrogate meets a character above it. */
    private static int byCodePoint(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean beyond = Character.isSurrogate(x);
                return beyond == Character.isSurrogate(y) ? x - y : beyond ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }
}
