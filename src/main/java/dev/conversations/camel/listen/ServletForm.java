// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.listen;

import dev.conversations.webhook.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is left of a form when a servlet container, or a filter in it, has read the body. Whatever is not exactly what
 * was sent fails at the signature.
 */
public final class ServletForm {
    /** The header under which messages of servlets hold the request. */
    public static final String REQUEST = "CamelHttpServletRequest";

    private ServletForm() {}

    /** The parameters of the body as a form again; those of the query come before them, by the law of servlets. */
    public static byte[] of(HttpServletRequest request) throws Refusal {
        try {
            Map<String, List<String>> query = Form.parse(request.getQueryString());
            return request.getParameterMap().entrySet().stream()
                    .flatMap(entry -> fields(entry.getKey(), entry.getValue(), query.get(entry.getKey())))
                    .collect(Collectors.joining("&"))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed(400, "a query with " + e.getMessage());
        }
    }

    /** The text of a value of which Camel has decoded each plus, and nothing else. */
    public static String decoded(String value) {
        return Form.parse("v=" + value).get("v").get(0);
    }

    private static Stream<String> fields(String name, String[] values, List<String> inQuery) {
        return Arrays.stream(values).skip(inQuery == null ? 0 : inQuery.size()).map(value -> encoded(name) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
