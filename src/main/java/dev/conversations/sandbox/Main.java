// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The sandbox alone, as a process: {@code --port 4010}, or {@code SANDBOX_PORT} in the environment; a free port without either.
 * Ends with the process.
 */
public final class Main {

    private static final int USAGE = 2;
    private static final String PORT_VARIABLE = "SANDBOX_PORT";

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        Sandbox sandbox;
        try {
            sandbox = Sandbox.start(options(System.getenv(), arguments));
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-end"));
        greet(sandbox, System.out);
        new CountDownLatch(1).await();
    }

    /** @throws IllegalArgumentException when an argument or variable is unknown or no port */
    static SandboxOptions options(Map<String, String> environment, String... arguments) {
        String variable = environment.getOrDefault(PORT_VARIABLE, "").strip();
        SandboxOptions options = variable.isEmpty() ? SandboxOptions.defaults() : withPort(PORT_VARIABLE, variable);
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].equals("--port")) {
                throw new IllegalArgumentException(
                        "Unknown argument " + arguments[i] + ": the sandbox takes --port <number>");
            }
            options = withPort("--port", i + 1 < arguments.length ? arguments[i + 1] : "");
        }
        return options;
    }

    private static SandboxOptions withPort(String name, String port) {
        try {
            return SandboxOptions.defaults().withPort(Integer.parseInt(port));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " takes a number from 1 to 65535, or 0 for any free port");
        }
    }

    /** Says where the sandbox is, how to use it and what it is. */
    static void greet(Sandbox sandbox, PrintStream out) {
        out.printf("""
                The sandbox listens.

                  page          %6$s
                  base URI      %1$s
                  account SID   %2$s
                  auth token    %3$s
                  service SID   %4$s

                The page has a phone to write with, and shows what comes of it. The same by hand:

                  curl -u %2$s:%3$s %1$s/v1/Configuration/Addresses -d Type=sms \\
                      --data-urlencode Address=+15550000001 -d AutoCreation.Enabled=true
                  curl %1$s/sandbox/messages --data-urlencode From=+15551230001 \\
                      --data-urlencode To=+15550000001 -d Body=Hello
                  curl -u %2$s:%3$s %1$s/v1/Conversations
                  curl %1$s/sandbox/phones/+15551230001
                  curl %1$s/sandbox/webhooks

                %5$s
                Ctrl-C ends it.
                """, sandbox.baseUri(), sandbox.accountSid(), sandbox.authToken(), sandbox.chatServiceSid(),
                Sandbox.about(), sandbox.page());
    }
}
