package dev.conversations.sandbox;

import com.github.tomakehurst.wiremock.http.Request;
import dev.conversations.webhook.Form;
import java.util.List;
import java.util.Map;

/**
 * A request as it came in.
 *
 * @param verb the HTTP method
 * @param path the path, still encoded
 * @param query the query by name
 * @param form the form by name; empty when there is none
 */
record Incoming(
        String verb, String path, Map<String, List<String>> query, Map<String, List<String>> form, Request http) {

    /** @throws Refusal when it is not encoded as it must be */
    static Incoming of(Request request) {
        String url = request.getUrl();
        int mark = url.indexOf('?');
        String verb = request.getMethod().getName();
        try {
            return new Incoming(verb, mark < 0 ? url : url.substring(0, mark),
                    Form.parse(mark < 0 ? null : url.substring(mark + 1)),
                    isForm(request) ? Form.parse(request.getBody()) : Map.of(), request);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(20001, "The request is not encoded as a form must be: " + e.getMessage());
        }
    }

    private static boolean isForm(Request request) {
        String type = request.getHeader("Content-Type");
        return request.getMethod().getName().equals("POST")
                && type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    String header(String name) {
        return http.getHeader(name);
    }

    /** The value of a form parameter; null when it is missing. */
    String parameter(String name) {
        List<String> values = form.get(name);
        return values == null ? null : values.get(0);
    }
}
