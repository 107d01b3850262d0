// SPDX-License-Identifier: Apache-2.0
package example;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import java.util.Map;

/** The application beside a sandbox, in whose page a phone can write to it. */
public final class WithSandbox {

    private WithSandbox() {}

    public static void main(String[] arguments) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withPort(8090))) {
            settings(sandbox).forEach(System::setProperty);
            System.out.println("Write with the phone at " + sandbox.page() + ", to any number that you let listen there.");
            Application.main(arguments);
        }
    }

    /** How the application finds it. */
    static Map<String, String> settings(Sandbox sandbox) {
        return Map.of("sandbox.account-sid", sandbox.accountSid(), "sandbox.auth-token", sandbox.authToken(),
                "sandbox.base-uri", sandbox.baseUri().toString());
    }
}
