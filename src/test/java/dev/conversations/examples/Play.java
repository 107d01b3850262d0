// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.examples.run.Example;
import dev.conversations.examples.run.RunExample;
import dev.conversations.examples.run.RunningExample;
import dev.conversations.model.ConfigurationWebhook;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.testing.FreePort;
import dev.conversations.webhook.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;

/** An example in a test: beside a sandbox of its own, on free ports, with its data in a directory of the test. */
final class Play implements AutoCloseable {
    /** The number of the account that people write to. */
    static final String SHOP = RunExample.SHOP;

    private static final String PATH = "/twilio/conversations";

    private final Example example;
    private final Map<String, String> settings = new HashMap<>();
    private final Sandbox sandbox;
    private RunningExample running;

    private Play(String example, Path data, Sandbox sandbox) {
        this.example = Example.named(example);
        this.sandbox = sandbox;
        int port = FreePort.next();
        settings.putAll(RunExample.settings(sandbox));
        settings.put("camel.server.port", String.valueOf(port));
        settings.put("camel.component.twilio-conversations.public-url", "http://localhost:" + port);
        settings.put("data.directory", data.toString());
    }

    /** Starts it, and returns when Twilio would tell it of events. */
    static Play start(String example, Path data, Map<String, String> settings) {
        Sandbox sandbox = Sandbox.start();
        RunExample.listen(sandbox);
        Play play = new Play(example, data, sandbox);
        play.settings.putAll(settings);
        try {
            play.start();
            return play;
        } catch (RuntimeException | Error e) {
            play.close();
            throw e;
        }
    }

    void start() {
        running = RunningExample.start(example, settings);
        if (example.settings().containsKey("camel.component.twilio-conversations.registration")) {
            await().until(() -> {
                ConfigurationWebhook webhook = call("configuration-webhooks/fetch", Map.of(), ConfigurationWebhook.class);
                return List.of(String.valueOf(webhook.postWebhookUrl()), String.valueOf(webhook.preWebhookUrl()))
                        .contains(url() + PATH);
            });
            refusesStrangers();
        }
    }

    /** Whatever an example does, it does for Twilio alone. */
    private void refusesStrangers() {
        HttpRequest forged = HttpRequest.newBuilder(URI.create(url() + PATH))
                .header("Content-Type", "application/x-www-form-urlencoded").header(Signature.HEADER, "forged")
                .POST(BodyPublishers.ofString("EventType=onMessageAdded&Author=%2B15551230001&Body=STOP")).build();
        try {
            assertThat(HttpClient.newHttpClient().send(forged, BodyHandlers.discarding()).statusCode()).isEqualTo(403);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Says what other settings the next start has. */
    void with(Map<String, String> others) {
        settings.putAll(others);
    }

    /** Stops the routes; the sandbox goes on. */
    void stop() {
        running.close();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Phone phone(String address) {
        return sandbox.phone(address);
    }

    String url() {
        return settings.get("camel.component.twilio-conversations.public-url");
    }

    RunningExample running() {
        return running;
    }

    /** What an operation returns. */
    <T> T call(String operation, Map<String, Object> arguments, Class<T> type) {
        try (ProducerTemplate calls = running.camel().createProducerTemplate()) {
            return calls.requestBody("twilio-conversations:" + operation, arguments, type);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
        sandbox.close();
    }
}
