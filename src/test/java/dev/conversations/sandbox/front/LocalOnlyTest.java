// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a web page from elsewhere cannot do in the browser of a developer. */
class LocalOnlyTest {

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start();
        new Wire(sandbox).post("/v1/Configuration/Addresses", "Type", "sms", "Address", "+15550000001",
                "AutoCreation.Enabled", "true");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "localhost:{port}", "127.0.0.1:{port}", "[::1]:{port}"})
    void whoCallsThisMachineIsAnswered(String host) throws IOException {
        assertThat(ask("GET", "/sandbox/state", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /", "GET, /sandbox", "GET, /sandbox/", "GET, /sandbox/page.js", "GET, /sandbox/state",
        "GET, /sandbox/webhooks", "GET, /sandbox/phones/+15551230001", "GET, /sandbox/files/IS1/ME1",
        "GET, /sandbox/media/IS1/ME1/1", "POST, /sandbox/messages", "POST, /sandbox/switches",
        "POST, /sandbox/addresses"
    })
    void whoCallsByAnotherNameIsRefused(String verb, String path) throws IOException {
        for (String host : new String[] {"evil.example", "evil.example:{port}", "localhost.evil.example",
            "127.0.0.1.evil.example", "localhosts", "evil.localhost"}) {
            assertThat(ask(verb, path, "Host: " + host)).startsWith("HTTP/1.1 403").contains("localhost");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:{port}, 201",
        "http://127.0.0.1:{port}, 403",
        "http://localhost:1, 403",
        "https://localhost:{port}, 403",
        "http://localhost:{port}.evil.example, 403",
        "https://evil.example, 403",
        "null, 403"
    })
    void onlyThePageItselfMayChangeThings(String origin, int status) throws IOException {
        String reply = ask("POST", "/sandbox/messages", "Host: localhost:{port}", "Origin: " + origin);
        assertThat(reply).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sandbox/switches", "/sandbox/addresses", "/sandbox/anything"})
    void aPageOfAnotherOriginIsRefusedInOneLine(String path) throws IOException {
        assertThat(ask("POST", path, "Host: localhost", "Origin: https://evil.example"))
                .startsWith("HTTP/1.1 403").contains("not from a page of another origin");
    }

    @Test
    void programsSendNoOriginAndMayChangeThings() throws IOException {
        assertThat(ask("POST", "/sandbox/messages", "Host: localhost")).startsWith("HTTP/1.1 201");
    }

    @Test
    void programsMaySpeakHttp2() throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest.Builder request = HttpRequest.newBuilder(sandbox.baseUri().resolve("/sandbox/state"));
        assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        HttpResponse<Void> second = client.send(request.build(), BodyHandlers.discarding());
        assertThat(second.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(second.statusCode()).isEqualTo(200);
        request.header("Origin", "https://evil.example").POST(BodyPublishers.noBody());
        assertThat(client.send(request.build(), BodyHandlers.discarding()).statusCode()).isEqualTo(403);
    }

    @Test
    void theApiHasCredentialsAndAnswersByAnyName() throws IOException {
        String login = Base64.getEncoder()
                .encodeToString((sandbox.accountSid() + ":" + sandbox.authToken()).getBytes(UTF_8));
        assertThat(ask("GET", "/v1/Conversations", "Host: twilio.example", "Authorization: Basic " + login))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void noPageOfAnotherOriginMayReadAnything() throws IOException {
        assertThat(ask("GET", "/sandbox/state", "Host: localhost", "Origin: https://evil.example"))
                .doesNotContainIgnoringCase("Access-Control-Allow");
    }

    private static String ask(String verb, String path, String... headers) throws IOException {
        String form = verb.equals("POST") ? "From=%2B15551230001&To=%2B15550000001&Body=Hello" : "";
        String lines = String.join("\r\n", headers).replace("{port}", String.valueOf(sandbox.baseUri().getPort()));
        String request = verb + " " + path + " HTTP/1.1\r\n" + lines + "\r\nConnection: close\r\nContent-Type:"
                + " application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n" + form;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.baseUri().getPort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
