// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.trust;

import dev.conversations.camel.listen.HttpRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What proxies say of the request that they passed on. Each adds its own at the end, so the last value is that of the
 * proxy that connected; one before counts only where the proxy after it says that a trusted one connected to it.
 *
 * @param proto scheme that was called; null when not told
 * @param host with or without a port; null when not told
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239, Forwarded</a>
 */
record Forwarded(String proto, String host, String port, String prefix) {

    private static final Forwarded NOTHING = new Forwarded(null, null, null, null);
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final Pattern WHOLE = Pattern.compile("(?:[^\"]|" + QUOTED + ")*+", Pattern.DOTALL);
    private static final Pattern ELEMENT = Pattern.compile("(?:[^,\"]|" + QUOTED + ")++");
    private static final Pattern PAIR = Pattern.compile("\\G\\s*([A-Za-z0-9-]+)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^;\"\\s]*+))\\s*(?:;|$)");

    /**
     * By {@code Forwarded} or {@code X-Forwarded-*}; nothing where both are there and do not say the same, or where a quotation has no
     * end, since it may have begun before what a proxy added.
     */
    static Forwarded of(HttpRequest request, Predicate<String> trusted) {
        String line = request.header().apply("Forwarded");
        if (line != null && !WHOLE.matcher(line).matches()) {
            return NOTHING;
        }
        Forwarded standard = standard(line, trusted);
        Forwarded usual = usual(request, trusted);
        if (standard.equals(NOTHING)) {
            return usual;
        }
        boolean alone = usual.host == null && usual.proto == null && usual.port == null;
        boolean same = standard.host != null && standard.host.equals(usual.host)
                && standard.proto != null && standard.proto.equals(usual.proto);
        return alone ? new Forwarded(standard.proto, standard.host, null, usual.prefix) : same ? usual : NOTHING;
    }

    private static Forwarded usual(HttpRequest request, Predicate<String> trusted) {
        int hops = hops(values(request, "X-Forwarded-For"), trusted);
        return new Forwarded(
                lower(value(request, "X-Forwarded-Proto", hops)), value(request, "X-Forwarded-Host", hops),
                value(request, "X-Forwarded-Port", hops), value(request, "X-Forwarded-Prefix", hops));
    }

    private static String value(HttpRequest request, String header, int hops) {
        List<String> values = values(request, header);
        String value = values.isEmpty() ? "" : values.get(Math.max(0, values.size() - 1 - hops));
        return value.isEmpty() ? null : value;
    }

    private static Forwarded standard(String line, Predicate<String> trusted) {
        List<String> elements = new ArrayList<>();
        Matcher matcher = ELEMENT.matcher(line == null ? "" : line);
        while (matcher.find()) {
            elements.add(matcher.group().strip());
        }
        if (elements.isEmpty()) {
            return NOTHING;
        }
        int hops = hops(elements.stream().map(element -> String.valueOf(pair(element, "for"))).toList(), trusted);
        String element = elements.get(Math.max(0, elements.size() - 1 - hops));
        return new Forwarded(lower(pair(element, "proto")), pair(element, "host"), null, null);
    }

    /** How many of those who connected, from the last one on, are trusted proxies themselves. */
    private static int hops(List<String> callers, Predicate<String> trusted) {
        int hops = 0;
        while (hops < callers.size() && trusted.test(address(callers.get(callers.size() - 1 - hops)))) {
            hops++;
        }
        return hops;
    }

    /** The address without brackets and port. */
    private static String address(String node) {
        int end = node.indexOf(']');
        if (node.startsWith("[") && end > 0) {
            return node.substring(1, end);
        }
        int colon = node.indexOf(':');
        return colon > 0 && colon == node.lastIndexOf(':') ? node.substring(0, colon) : node;
    }

    private static List<String> values(HttpRequest request, String header) {
        String line = request.header().apply(header);
        return line == null ? List.of() : Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private static String pair(String element, String name) {
        Matcher matcher = PAIR.matcher(element);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                String quoted = matcher.group(2);
                return quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
            }
        }
        return null;
    }

    private static String lower(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
