// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.receive.Webhooks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsole.MediaType;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.Test;

/** What an operator sees of webhooks: enough to act on, and nobody's words or numbers. */
class ObservabilityTest {
    private static final String PERSONAL = "+15551230001";

    @Test
    void theConsoleShowsPathsRoutesAndWhatBecameOfEvents() throws Exception {
        try (Webhooks webhooks = Webhooks.from("all?only=onMessageAdded")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded", "Author", PERSONAL, "Body", PERSONAL,
                    "DateCreated", Instant.now().minusSeconds(60).toString());
            webhooks.tell(event);
            webhooks.tell(event);
            webhooks.tell(Webhooks.event("onTeaServed"));
            webhooks.post(webhooks.url(Webhooks.PATH), event, "forged");

            Map<?, ?> path = (Map<?, ?>) ((List<?>) json(webhooks.context()).get("paths")).get(0);
            assertThat(path.get("path")).isEqualTo(Webhooks.PATH);
            assertThat(path.get("routes")).isEqualTo(List.of(Map.of(
                    "route", "route",
                    "events", List.of("onMessageAdded"),
                    "signature", "required, 1 tokens, URL as received",
                    "registration", "none",
                    "inFlight", 0,
                    "suspended", false)));
            assertThat(path.get("events"))
                    .isEqualTo(Map.of("onMessageAdded processed", 1L, "onMessageAdded duplicate", 1L));
            assertThat((Map<?, ?>) path.get("counts"))
                    .extracting("received", "refused", "unknown", "duplicate", "processed", "failed")
                    .containsExactly(4L, 1L, 1L, 1L, 1L, 0L);
            assertThat((long) path.get("lagMillis")).isBetween(60_000L, 80_000L);
            assertThat((String) path.get("lastRefusal")).contains("its signature is not valid");
            assertThat(path.toString()).doesNotContain(PERSONAL, Webhooks.TOKEN);
        }
    }

    @Test
    void theConsoleIsTextAsWell() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            assertThat(console(webhooks.context()).call(MediaType.TEXT).toString())
                    .contains("path: /twilio/conversations\n", "    route: route\n", "    received: 0\n");
        }
    }

    @Test
    void aRouteIsHealthyAndTellsOfTheLastEvent() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            assertThat(health(webhooks.context()).getDetails()).doesNotContainKey("lastEvent");
            webhooks.tell(Webhooks.event("onMessageAdded"));

            assertThat(health(webhooks.context()).getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(health(webhooks.context()).getDetails())
                    .containsEntry("path", Webhooks.PATH)
                    .containsKey("lastEvent");
        }
    }

    @Test
    void metersCountByEventAndOutcome() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                bindToRegistry("meters", registry);
                from("twilio-conversations:events/onMessageAdded").routeId("route").to("mock:events");
            }
        })) {
            webhooks.tell(Webhooks.event("onMessageAdded", "DateCreated", Instant.now().minusSeconds(60).toString()));
            webhooks.context().getRouteController().stopRoute("route");
            webhooks.context().getRouteController().startRoute("route");
            webhooks.tell(Webhooks.event("onMessageAdded", "DateCreated", Instant.now().minusSeconds(60).toString()));

            assertThat(registry.get("twilio.conversations.webhooks")
                    .tags("path", Webhooks.PATH, "event_type", "onMessageAdded", "outcome", "processed")
                    .functionCounter().count()).isEqualTo(2);
            assertThat(registry.get("twilio.conversations.webhook.lag").timeGauge().value(TimeUnit.SECONDS))
                    .isBetween(60.0, 80.0);
            assertThat(registry.getMetersAsString()).doesNotContain("CH1", PERSONAL);
        }
    }

    private static HealthCheck.Result health(CamelContext context) {
        return ((HealthCheckAware) context.getRoute("route").getConsumer()).getHealthCheck().call();
    }

    private static Map<?, ?> json(CamelContext context) {
        return (Map<?, ?>) console(context).call(MediaType.JSON);
    }

    private static DevConsole console(CamelContext context) {
        return PluginHelper.getDevConsoleResolver(context).resolveDevConsole("twilio-conversations");
    }
}
