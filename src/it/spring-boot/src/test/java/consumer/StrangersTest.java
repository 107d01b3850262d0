// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.sandbox.Sandbox;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What strangers may send to the servlet container of Spring Boot, with the settings that README recommends, but shorter. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "server.tomcat.connection-timeout=1s", "server.tomcat.keep-alive-timeout=2s", "server.tomcat.max-connections=600",
    "server.tomcat.threads.max=600"
})
@DirtiesContext
class StrangersTest {
    private static final Sandbox TWILIO = Sandbox.start();
    private static final String HEAD = "POST /twilio/conversations HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    private static final String CHUNKS = "\r\n3\r\na=b\r\n0\r\n\r\n";

    private final List<Socket> strangers = new ArrayList<>();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("camel.component.twilio-conversations.account-sid", TWILIO::accountSid);
        settings.add("camel.component.twilio-conversations.auth-token", TWILIO::authToken);
        settings.add("camel.component.twilio-conversations.base-uri", TWILIO::baseUri);
        settings.add("camel.component.twilio-conversations.public-url", () -> "http://localhost");
    }

    @AfterEach
    void leave() throws Exception {
        for (Socket stranger : strangers) {
            stranger.close();
        }
        assertThat(answers("Host: h\r\nConnection: close\r\nContent-Length: 3\r\n\r\na=b")).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Length: 3\r\n\r\na=b",
        "Host: h\r\nHost: other\r\nContent-Length: 3\r\n\r\na=b",
        "Host: h\r\nContent-Length: 3\r\nContent-Length: 40\r\n\r\na=b",
        "Host: h\r\nContent-Length: 3, 4\r\n\r\na=b",
        "Host: h\r\nContent-Length: -3\r\n\r\na=b",
        "Host: h\r\nContent-Length: 99999999999999999999\r\n\r\na=b",
        "Host: h\r\nTransfer-Encoding: xchunked\r\n" + CHUNKS,
        "Host: h\r\nTransfer-Encoding: \"chunked\"\r\n" + CHUNKS,
        "Host: h\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n" + CHUNKS,
        "Host: h\r\nTransfer-Encoding : chunked\r\n" + CHUNKS,
        "Host: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n" + CHUNKS,
        "Host: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\na=b\r\n0\r\n\r\n",
        "Host: h\r\nContent-Length: 10000000000\r\n\r\na=b",
        "Host: h\r\nContent-Length: 10\r\n\r\na=b"
    })
    void nothingIsSmuggledAndNobodyIsLedAstray(String rest) throws Exception {
        assertThat(answers(rest + "DELETE /smuggled HTTP/1.1\r\nHost: h\r\n\r\n")).doesNotContain("HTTP/1.1 2").doesNotContain("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X", HEAD, HEAD + "Host: h\r\nContent-Length: 10\r\n\r\na="})
    void whoStopsIsCutOffAndOthersAreServed(String begun) throws Exception {
        for (int i = 0; i < 300; i++) {
            strangers.add(connect());
            strangers.get(i).getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(answers("Host: h\r\nConnection: close\r\nContent-Length: 3\r\n\r\na=b")).startsWith("HTTP/1.1 403");
        for (Socket stranger : strangers) {
            assertThat(new String(stranger.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)).matches("(?s)|HTTP/1.1 4.*");
        }
    }

    @Test
    void whatIsTooLongEndsTheConnection() throws Exception {
        assertThat(answers("Host: h\r\nContent-Length: 3000000\r\n\r\n" + "a".repeat(1_100_000))).startsWith("HTTP/1.1 413");
    }

    /** All that is answered until the connection ends. */
    private String answers(String rest) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write((HEAD + rest).getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout(20_000);
        return socket;
    }
}
