// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.mask;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in which each character knows the part of the original text that it was spelled by. */
final class Spelled {

    private static final Pattern ESCAPE = Pattern.compile(
            "(?<percent>(?:%[0-9a-fA-F]{2})+)|\\\\u(?<unicode>[0-9a-fA-F]{4})|\\\\(?<json>[\"\\\\/bfnrt])"
                    + "|&#(?<decimal>[0-9]{1,7});|&#[xX](?<hexadecimal>[0-9a-fA-F]{1,6});|&(?<entity>amp|lt|gt|quot|apos);");
    private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'",
            "b", "\b", "f", "\f", "n", "\n", "r", "\r", "t", "\t");

    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    private Spelled(int size) {
        text = new StringBuilder(size);
        starts = new int[size];
        ends = new int[size];
    }

    /** The text as it is. */
    static Spelled plain(String text) {
        Spelled plain = new Spelled(text.length());
        for (int i = 0; i < text.length(); i++) {
            plain.add(text.substring(i, i + 1), i, i + 1);
        }
        return plain;
    }

    String text() {
        return text.toString();
    }

    /** Where in the original text the character begins. */
    int start(int index) {
        return starts[index];
    }

    /** Where in the original text the character ends. */
    int end(int index) {
        return ends[index];
    }

    /** With escapes of URLs, JSON and HTML undone, once. */
    Spelled unescaped() {
        Spelled unescaped = new Spelled(text.length());
        Matcher escape = ESCAPE.matcher(text);
        int at = 0;
        while (escape.find()) {
            unescaped.copy(this, at, escape.start(), Spelled::one);
            unescaped.add(meaning(escape), starts[escape.start()], ends[escape.end() - 1]);
            at = escape.end();
        }
        unescaped.copy(this, at, text.length(), Spelled::one);
        return unescaped;
    }

    /** As people take it for the same: without case, accents and compatibility forms, and a plus is a blank. */
    Spelled folded() {
        Spelled folded = new Spelled(text.length());
        folded.copy(this, 0, text.length(), Spelled::folded);
        return folded;
    }

    /** A text as {@link #folded()} spells it. */
    static String folded(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return decomposed.replaceAll("\\p{M}", "").replaceAll("[+\\s\\u00a0]", " ");
    }

    private void copy(Spelled from, int start, int end, IntFunction<String> spelling) {
        for (int i = start; i < end; ) {
            int character = from.text.codePointAt(i);
            int next = i + Character.charCount(character);
            add(spelling.apply(character), from.starts[i], from.ends[next - 1]);
            i = next;
        }
    }

    private static String one(int character) {
        return Character.toString(character);
    }

    private static String folded(int character) {
        return folded(one(character));
    }

    private static String meaning(Matcher escape) {
        if (escape.group("percent") != null) {
            return percentDecoded(escape.group("percent"));
        }
        for (String radix16 : new String[] {"unicode", "hexadecimal"}) {
            if (escape.group(radix16) != null) {
                return character(Integer.parseInt(escape.group(radix16), 16));
            }
        }
        if (escape.group("decimal") != null) {
            return character(Integer.parseInt(escape.group("decimal")));
        }
        String name = escape.group("json") == null ? escape.group("entity") : escape.group("json");
        return NAMED.getOrDefault(name, name);
    }

    /** A half of a surrogate pair, as JSON escapes it, stays one. */
    private static String character(int code) {
        return code < Character.MIN_SUPPLEMENTARY_CODE_POINT
                ? String.valueOf((char) code)
                : Character.isValidCodePoint(code) ? one(code) : "";
    }

    private static String percentDecoded(String escapes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < escapes.length(); i += 3) {
            bytes.write(Integer.parseInt(escapes.substring(i, i + 2), 16));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void add(String spelled, int start, int end) {
        int length = text.length() + spelled.length();
        if (length > starts.length) {
            starts = Arrays.copyOf(starts, Math.max(length, 2 * starts.length));
            ends = Arrays.copyOf(ends, starts.length);
        }
        Arrays.fill(starts, text.length(), length, start);
        Arrays.fill(ends, text.length(), length, end);
        text.append(spelled);
    }
}
