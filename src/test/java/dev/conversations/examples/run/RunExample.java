// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Runs an example until it is stopped, with a sandbox and stand-ins where the environment names no real server. */
public final class RunExample {
    /** The number in the sandbox that people write to, by SMS and by WhatsApp. */
    public static final String SHOP = "+15559990000";

    private static final String LOGGING = "log4j2.configurationFile";
    private static final String SANDBOX_PORT = "8090";
    private static final int PORT = 8080;

    private RunExample() {}

    /** @param arguments the name of the example; ends with 1 and a line that says why when it cannot start */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty(LOGGING, "classpath:dev/conversations/examples/run/log4j2.properties");
        List<AutoCloseable> open = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(open), "stop"));
        try {
            if (arguments.length != 1) {
                throw new IllegalArgumentException("Name one example: -Dexec.args=sms-to-email");
            }
            run(Example.named(arguments[0]), open);
        } catch (RuntimeException e) {
            System.err.println("The example cannot start: " + reason(e));
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void run(Example example, List<AutoCloseable> open) {
        Map<String, String> settings = new HashMap<>();
        Sandbox sandbox = null;
        if (System.getenv("TWILIO_ACCOUNT_SID") == null) {
            sandbox = Sandbox.start(SandboxOptions.defaults().withPort(Integer.parseInt(
                    System.getenv().getOrDefault("SANDBOX_PORT", SANDBOX_PORT))));
            open.add(sandbox);
            listen(sandbox);
            settings.putAll(settings(sandbox));
            System.out.printf("""
                    Twilio's sandbox is at %s: a page with a phone, whose messages to %s reach this example.
                    What programs call it with: export SANDBOX=%s:%s
                    """, sandbox.page(), SHOP, sandbox.accountSid(), sandbox.authToken());
        }
        if (sandbox != null && example.variable("node.name").isPresent()) {
            Nodes nodes = Nodes.start(example, sandbox, PORT, List.of(PORT + 1, PORT + 2), Map.of(), Redirect.INHERIT);
            open.add(0, nodes);
            nodes.processes().forEach(node -> System.out.printf("A node starts: PID %d%n", node.pid()));
            return;
        }
        for (StandIn standIn : StandIns.of(example, System.getenv())) {
            open.add(standIn);
            settings.putAll(standIn.settings());
        }
        open.add(0, RunningExample.start(example, settings));
        System.out.printf("The example %s runs. Ctrl-C ends it.%n", example.name());
    }

    /** The settings by which an example finds a sandbox. */
    public static Map<String, String> settings(Sandbox sandbox) {
        return Map.of("sandbox.account-sid", sandbox.accountSid(), "sandbox.auth-token", sandbox.authToken(),
                "sandbox.base-uri", sandbox.baseUri().toString());
    }

    /** Lets messages to {@link #SHOP} open conversations. */
    public static void listen(Sandbox sandbox) {
        listen(sandbox, SHOP);
        listen(sandbox, "whatsapp:" + SHOP);
    }

    private static void listen(Sandbox sandbox, String address) {
        HttpRequest request = HttpRequest.newBuilder(sandbox.baseUri().resolve("/sandbox/addresses"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("Address=" + URLEncoder.encode(address, UTF_8)))
                .build();
        try {
            int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new IllegalStateException("The sandbox answers " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The sandbox does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage().lines().findFirst().orElse("");
    }

    private static void close(List<AutoCloseable> open) {
        for (AutoCloseable one : open) {
            try {
                one.close();
            } catch (Exception e) {
                System.err.println(reason(e));
            }
        }
    }
}
