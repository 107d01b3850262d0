package dev.conversations.examples;

import dev.conversations.sandbox.Sandbox;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs an example until it is stopped. */
public final class RunExample {

    private RunExample() {}

    static Map<String, String> sandboxSettings(Sandbox sandbox) {
        return Map.of("sandbox.account-sid", sandbox.accountSid(), "sandbox.auth-token", sandbox.authToken(),
                "sandbox.base-uri", sandbox.baseUri().toString());
    }

    /** Lets messages to that number open conversations. */
    static void listen(Sandbox sandbox, String number) {
        try {
            int status = HttpClient.newHttpClient().send(HttpRequest.newBuilder(sandbox.baseUri().resolve("/sandbox/addresses"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("Address=" + URLEncoder.encode(number, StandardCharsets.UTF_8))).build(),
                    BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new IllegalStateException("The sandbox does not listen: " + status);
            }
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
