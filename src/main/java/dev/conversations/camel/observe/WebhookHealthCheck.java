// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import dev.conversations.api.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether Twilio's webhooks are set up as a route that registers them wants; Twilio is asked at most once a minute.
 * Tells when the last event came to the path and how many requests were refused there.
 */
public final class WebhookHealthCheck extends AbstractHealthCheck {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final String path;
    private final Outcomes outcomes;
    private final Supplier<List<String>> question;
    private final Supplier<String> registration;
    private final Timing timing;
    private List<String> drift;
    private long asked;

    /**
     * @param question what is not as the route wants it; asks Twilio
     * @param registration how far it got that Twilio tells the route of events
     */
    public WebhookHealthCheck(String route, String path, Outcomes outcomes, Supplier<List<String>> question,
            Supplier<String> registration, Timing timing) {
        super("camel", "consumer:" + route);
        this.path = path;
        this.outcomes = outcomes;
        this.question = question;
        this.registration = registration;
        this.timing = timing;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        builder.detail("path", path);
        builder.detail("registration", registration.get());
        builder.detail("refused", outcomes.of(Outcome.REFUSED));
        if (outcomes.last() != null) {
            builder.detail("lastEvent", outcomes.last().toString());
        }
        List<String> found = drift();
        if (found.isEmpty()) {
            builder.up();
        } else {
            builder.message("Twilio's webhooks are not as the route wants them: " + String.join("; ", found)).down();
        }
    }

    private synchronized List<String> drift() {
        long now = timing.nanos();
        if (drift == null || now - asked > PAUSE) {
            drift = question.get();
            asked = now;
        }
        return drift;
    }
}
