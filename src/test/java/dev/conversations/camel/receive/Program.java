// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.testing.FreePort;
import dev.conversations.webhook.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.main.Main;

/** A program of Camel Main that receives webhooks, as users write it in properties and YAML. */
final class Program implements AutoCloseable {

    final Main main = new Main();
    private final Path folder;
    private final int port;

    /** @param folder where its routes are written */
    Program(Path folder) throws IOException {
        this.folder = folder;
        port = FreePort.next();
        main.setDefaultPropertyPlaceholderLocation("false");
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.port", String.valueOf(port));
        main.addInitialProperty("camel.component.twilio-conversations.account-sid", "AC" + "0".repeat(32));
        main.addInitialProperty("camel.component.twilio-conversations.auth-token", Webhooks.TOKEN);
    }

    /** A route from an event to {@code mock:events}, with one more parameter. */
    static String route(String parameter) {
        return """
                - route:
                    id: route
                    from:
                      uri: twilio-conversations:events/onMessageAdded
                      parameters:
                        path: /twilio/conversations
                        %s
                      steps:
                        - to: mock:events
                """.formatted(parameter);
    }

    /** Has it run what is written here. */
    void yaml(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("routes.camel.yaml"), text);
        main.configure().setRoutesIncludePattern("file:" + file);
    }

    /** Tells an event as Twilio does, signed; the status of the answer. */
    int tell(Map<String, List<String>> event) throws Exception {
        String url = "http://localhost:" + port + Webhooks.PATH;
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(Signature.HEADER, Signature.sign(Webhooks.TOKEN, url, event))
                        .POST(BodyPublishers.ofString(Webhooks.form(event)))
                        .build(),
                BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        main.stop();
    }
}
