// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.api.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Speaks plain HTTP to a sandbox, so that tests see what is on the wire. */
public final class Wire {

    public record Reply(int status, Map<String, Object> body, HttpResponse<byte[]> http) {

        public String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }

        public String text(String name) {
            return (String) body.get(name);
        }

        public Integer code() {
            return (Integer) body.get("code");
        }

        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> items(String name) {
            return (List<Map<String, Object>>) body.get(name);
        }

        @SuppressWarnings("unchecked")
        public Map<String, Object> object(String name) {
            return (Map<String, Object>) body.get(name);
        }
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String authorization;

    public Wire(Sandbox sandbox) {
        this(sandbox, sandbox.accountSid(), sandbox.authToken());
    }

    public Wire(Sandbox sandbox, String user, String password) {
        base = sandbox.baseUri();
        authorization = "Basic " + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public Reply get(String pathAndQuery) {
        return send("GET", pathAndQuery);
    }

    public Reply delete(String path) {
        return send("DELETE", path);
    }

    /** @param form names and values in turns; a name that begins with X- is a header */
    public Reply post(String path, String... form) {
        return send("POST", path, form);
    }

    public Reply send(String verb, String path, String... form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).header("Authorization", authorization);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < form.length; i += 2) {
            if (form[i].startsWith("X-")) {
                request.header(form[i], form[i + 1]);
            } else {
                body.append(encode(form[i])).append('=').append(encode(form[i + 1])).append('&');
            }
        }
        request.header("Content-Type", "application/x-www-form-urlencoded").method(verb,
                verb.equals("POST") ? BodyPublishers.ofString(body.toString()) : BodyPublishers.noBody());
        return exchange(request.build());
    }

    /** Sends a multipart form with a file named Media. */
    public Reply upload(String path, Map<String, String> fields, String type, String name, byte[] content) {
        String boundary = "----a-boundary-of-the-test";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"Media\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return exchange(HttpRequest.newBuilder(base.resolve(path)).header("Authorization", authorization)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())).build());
    }

    private Reply exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Reply(response.statusCode(), json ? Json.readObject(response.body()) : Map.of(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
