// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import com.github.tomakehurst.wiremock.http.Request;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Upload;
import dev.conversations.webhook.Form;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
public record Incoming(
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

    /** @throws Refusal when the HTTP method is another */
    public void require(String method) {
        if (!verb.equals(method)) {
            throw Refusal.of(20004);
        }
    }

    public String header(String name) {
        return http.getHeader(name);
    }

    /** The value of a form parameter; null when it is missing. */
    public String parameter(String name) {
        return first(form.get(name));
    }

    /** The value of a query parameter; null when it is missing. */
    public String asked(String name) {
        return first(query.get(name));
    }

    /**
     * The same with the fields of its multipart form, if it has one, as the form.
     *
     * @throws Refusal when the multipart form is none
     */
    public Incoming unfolded() {
        Map<String, List<String>> fields = new LinkedHashMap<>(form);
        parts().stream().filter(part -> part.getFileName() == null).forEach(part ->
                fields.computeIfAbsent(part.getName(), name -> new ArrayList<>()).add(part.getBody().asString()));
        return new Incoming(verb, path, query, fields, http);
    }

    /**
     * The file of that name in its multipart form; null when there is none.
     *
     * @throws Refusal when the multipart form is none
     */
    public Upload file(String name) {
        return parts().stream().filter(part -> name.equals(part.getName())).findFirst()
                .map(part -> new Upload(type(part), part.getFileName(), part.getBody().asBytes()))
                .orElse(null);
    }

    private Collection<Request.Part> parts() {
        try {
            Collection<Request.Part> parts = http.isMultipart() ? http.getParts() : null;
            return parts == null ? List.of() : parts;
        } catch (RuntimeException e) {
            throw Refusal.of(20001, "The request is not encoded as a multipart form must be");
        }
    }

    private static String type(Request.Part part) {
        return part.getHeader("Content-Type").isPresent() ? part.getHeader("Content-Type").firstValue()
                : "application/octet-stream";
    }

    private static String first(List<String> values) {
        return values == null ? null : values.get(0);
    }
}
