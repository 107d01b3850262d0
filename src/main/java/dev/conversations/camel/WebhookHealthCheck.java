package dev.conversations.camel;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/**
 * Whether Twilio's webhooks are set up as a route that registers them wants; Twilio is asked at most once a minute.
 * Tells when the last event came to the path and how many requests were refused there.
 */
final class WebhookHealthCheck extends AbstractHealthCheck {
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final ConversationsReceiver receiver;
    private List<String> drift;
    private long asked;

    WebhookHealthCheck(ConversationsReceiver receiver) {
        super("camel", "consumer:" + receiver.getRouteId());
        this.receiver = receiver;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Outcomes outcomes = receiver.outcomes();
        builder.detail("path", receiver.hub().path());
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
        long now = System.nanoTime();
        if (drift == null || now - asked > PAUSE) {
            drift = receiver.registrar().drift();
            asked = now;
        }
        return drift;
    }
}
