// SPDX-License-Identifier: Apache-2.0
package consumer;

import dev.conversations.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Twilio, before the application starts. */
public class Twilio implements QuarkusTestResourceLifecycleManager {
    private static final String OPTION = "camel.component.twilio-conversations.";

    private Sandbox sandbox;

    @Override
    public Map<String, String> start() {
        sandbox = Sandbox.start();
        return Map.of(OPTION + "account-sid", sandbox.accountSid(), OPTION + "auth-token", sandbox.authToken(),
                OPTION + "base-uri", sandbox.baseUri().toString());
    }

    @Override
    public void stop() {
        sandbox.close();
    }
}
