// SPDX-License-Identifier: Apache-2.0
package example;

import dev.conversations.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** A sandbox in place of Twilio, and a free port for the application. */
public class BesideSandbox implements QuarkusTestResourceLifecycleManager {
    private Sandbox sandbox;

    @Override
    public Map<String, String> start() {
        sandbox = Sandbox.start();
        try (ServerSocket free = new ServerSocket(0)) {
            return Map.of("sandbox.account-sid", sandbox.accountSid(), "sandbox.auth-token", sandbox.authToken(),
                    "sandbox.base-uri", sandbox.baseUri().toString(), "quarkus.http.test-port", String.valueOf(free.getLocalPort()),
                    "twilio.public-url", "http://localhost:" + free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(sandbox, new TestInjector.MatchesType(Sandbox.class));
    }

    @Override
    public void stop() {
        sandbox.close();
    }
}
