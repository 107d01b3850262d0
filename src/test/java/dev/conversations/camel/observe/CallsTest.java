// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.sandbox.SandboxExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator sees of calls: enough to act on, and nobody's words or numbers. */
class CallsTest {

    private static final String PERSONAL = "+15551230001";

    @RegisterExtension
    final SandboxExtension twilio = new SandboxExtension();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        context.getRegistry().bind("meters", registry);
        twilio.connect(context).start();
        context.getComponent("twilio-conversations", ConversationsComponent.class).getConfiguration().setMaxRetries(1);
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void metersCountRequestsByOperationAndOutcomeEachTryByItself() {
        twilio.sandbox().throttle(1, Duration.ZERO);
        template.sendBody("twilio-conversations:conversations/create", PERSONAL);
        template.send("twilio-conversations:conversations/fetch?sid=RAW(" + PERSONAL + ")", exchange -> {});
        template.send("twilio-conversations:conversations/create?baseUri=http://localhost:1&maxRetries=0", exchange -> {});

        assertThat(count("conversations/create", "429")).isEqualTo(1);
        assertThat(count("conversations/create", "done")).isEqualTo(1);
        assertThat(count("conversations/create", "unsent")).isEqualTo(1);
        assertThat(count("conversations/fetch", "404")).isEqualTo(1);
        assertThat(registry.getMetersAsString()).doesNotContain(PERSONAL);
    }

    @Test
    void theConsoleShowsTheLastFailuresByOperationStatusAndCode() {
        template.send("twilio-conversations:conversations/fetch?sid=RAW(" + PERSONAL + ")", exchange -> {});

        Map<?, ?> console = (Map<?, ?>) PluginHelper.getDevConsoleResolver(context)
                .resolveDevConsole("twilio-conversations").call(MediaType.JSON);
        assertThat(console.get("requests")).isEqualTo(Map.of("conversations/fetch 404", 1L));
        assertThat((Map<?, ?>) ((List<?>) console.get("failures")).get(0)).extracting("operation", "outcome", "code")
                .containsExactly("conversations/fetch", "404", 20404);
        assertThat(console.toString()).doesNotContain(PERSONAL);
    }

    @Test
    void theStateOfAGovernedAccountIsMeteredAndShownWhateverEndpointsCallForIt() {
        for (int i = 0; i < 16; i++) {
            template.sendBody("twilio-conversations:conversations/create?governed=true&maxRetries=" + i % 2, "a");
        }
        String account = twilio.sandbox().accountSid() + "@" + twilio.sandbox().baseUri().getAuthority();
        assertThat(registry.get("twilio.conversations.governor.waits").tag("account", account).functionTimer())
                .satisfies(timer -> assertThat(timer.count()).isEqualTo(16))
                .satisfies(timer -> assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isPositive());
        assertThat(registry.get("twilio.conversations.governor.pace").gauge().value()).isBetween(29.0, 30.0);
        assertThat(registry.get("twilio.conversations.governor.waiting").gauge().value()).isZero();
        Map<?, ?> console = (Map<?, ?>) PluginHelper.getDevConsoleResolver(context)
                .resolveDevConsole("twilio-conversations").call(MediaType.JSON);
        assertThat(((Map<?, ?>) console.get("governed")).keySet()).hasToString("[" + account + "]");
    }

    private double count(String operation, String outcome) {
        return registry.get("twilio.conversations.requests").tags("operation", operation, "outcome", outcome)
                .functionTimer().count();
    }
}
