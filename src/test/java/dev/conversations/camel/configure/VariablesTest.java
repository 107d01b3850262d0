// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.camel.ConversationsComponent;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Variables of the environment set options in Camel Main, before those of files. */
class VariablesTest {

    private static final String PREFIX = "CAMEL_COMPONENT_TWILIO_CONVERSATIONS_";

    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void theyCountBeforeFilesAndAreReadOnce() {
        ConversationsComponent component = started();
        Variables variables = new Variables(Map.of(PREFIX + "AUTH_TOKEN", "a+b&c", PREFIX + "request_timeout", "7s",
                PREFIX + "REGISTRATION", "account", "CAMEL_COMPONENT_TWILIO_ACCOUNT_SID", "another's",
                PREFIX + "EU_ACCOUNT_SID", "another's", PREFIX + "ENABLED", "true"));
        variables.set("twilio-conversations", component);
        assertThat(component.getConfiguration().getAuthToken()).isEqualTo("a+b&c");
        assertThat(component.getConfiguration().getRequestTimeout()).isEqualTo(7_000);
        assertThat(component.getConfiguration().getAccountSid()).isEqualTo("of a file");
        assertThat(component.getWebhook().getRegistration()).hasToString("ACCOUNT");

        component.getConfiguration().setAuthToken("later");
        variables.set("twilio-conversations", component);
        assertThat(component.getConfiguration().getAuthToken()).isEqualTo("later");
    }

    @Test
    void aTypoNamesTheNearest() {
        ConversationsComponent component = started();
        assertThatThrownBy(() -> new Variables(Map.of(PREFIX + "AUTH_TOKN", "hush")).set("twilio-conversations", component))
                .hasMessageContaining("did you mean authToken").message().doesNotContain("hush");
    }

    @Test
    void elsewhereThanInCamelMainTheyAreNotLookedAt() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
            new Variables(Map.of(PREFIX + "AUTH_TOKEN", "hush")).set("twilio-conversations", component);
            assertThat(component.getConfiguration().getAuthToken()).isNull();
        }
    }

    private ConversationsComponent started() {
        main.addInitialProperty("camel.component.twilio-conversations.auth-token", "of a file");
        main.addInitialProperty("camel.component.twilio-conversations.account-sid", "of a file");
        main.start();
        return main.getCamelContext().getComponent("twilio-conversations", ConversationsComponent.class);
    }
}
