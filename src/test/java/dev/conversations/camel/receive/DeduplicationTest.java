// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.Timing;
import dev.conversations.camel.LogCapture;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.state.Claims;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.logging.log4j.Level;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are handled once by replicas that share a repository, and lost with none of them. */
class DeduplicationTest {
    private static final String PERSONAL = "+15551230001";

    private final Exchange nothing = new DefaultExchange(new DefaultCamelContext());

    @ParameterizedTest
    @ValueSource(strings = {"memory", "database"})
    void whatOneReplicaHandledNoOtherDoes(String kind) throws Exception {
        IdempotentRepository shared = repository(kind);
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");
        try (Webhooks first = replica(shared, exchange -> {});
                Webhooks second = replica(shared, exchange -> {})) {
            assertThat(first.tell(event).statusCode()).isEqualTo(200);
            assertThat(second.tell(event).statusCode()).isEqualTo(200);

            assertThat(first.count(Outcome.PROCESSED)).isEqualTo(1);
            assertThat(second.count(Outcome.PROCESSED)).isZero();
            assertThat(second.count(Outcome.DUPLICATE)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "database"})
    void whatOneReplicaFailedOnAnotherHandles(String kind) throws Exception {
        IdempotentRepository shared = repository(kind);
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");
        try (Webhooks first = replica(shared, exchange -> {
                    throw new IllegalStateException("failed");
                });
                Webhooks second = replica(shared, exchange -> {})) {
            assertThat(first.tell(event).statusCode()).isEqualTo(500);
            assertThat(second.tell(event).statusCode()).isEqualTo(200);
            assertThat(second.count(Outcome.PROCESSED)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "database"})
    void whileOneReplicaIsAtItAnotherAsksTwilioToTryAgain(String kind) throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        IdempotentRepository shared = repository(kind);
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");
        try (Webhooks first = replica(shared, exchange -> {
                    busy.countDown();
                    release.await();
                });
                Webhooks second = replica(shared, exchange -> {})) {
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> status(first, event));
            busy.await();
            assertThat(second.tell(event).statusCode()).isEqualTo(503);
            release.countDown();
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
            assertThat(second.tell(event).statusCode()).isEqualTo(200);
            assertThat(second.count(Outcome.PROCESSED)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "database"})
    void anEventIsNotLostWithTheReplicaThatCrashedOverIt(String kind) throws Exception {
        IdempotentRepository shared = repository(kind);
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");
        String key = PostAction.key("route", new Delivery(new WebhookEvent(event), null));
        Claims crashed = new Claims(shared, Timing.SYSTEM, Duration.ofMillis(400));
        assertThat(crashed.claim(nothing, key)).isEqualTo(Claims.Claim.MADE);

        try (Webhooks survivor = replica(shared, exchange -> {}, "&claimTerm=400")) {
            assertThat(survivor.tell(event).statusCode()).isEqualTo(503);
            await().until(() -> survivor.tell(event).statusCode() == 200);
            assertThat(survivor.tell(event).statusCode()).isEqualTo(200);
            assertThat(survivor.count(Outcome.PROCESSED)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "database"})
    void anEventIsNotTakenFromAReplicaThatWorksOnItForLong(String kind) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        IdempotentRepository shared = repository(kind);
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");
        try (Webhooks first = replica(shared, exchange -> release.await(), "&claimTerm=400");
                Webhooks second = replica(shared, exchange -> {}, "&claimTerm=400")) {
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> status(first, event));
            await().until(() -> first.paths().get(0).routes().get(0).inFlight() == 1);
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5))
                    .until(() -> second.tell(event).statusCode() == 503);
            release.countDown();
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
            assertThat(second.tell(event).statusCode()).isEqualTo(200);
            assertThat(second.count(Outcome.PROCESSED)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventOfEveryRouteFitsIntoADatabase(EventType type) throws Exception {
        JdbcMessageIdRepository database = (JdbcMessageIdRepository) repository("database");
        Map<String, List<String>> event = Webhooks.event(type.event());
        type.parameters().forEach(name -> event.putIfAbsent(name, List.of(name + " of " + "x".repeat(500))));
        List<String> routes = List.of("r", "route of a name of seventy characters, such as people like to give them", "ü".repeat(2000));
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                bindToRegistry("shared", database);
                routes.stream().limit(type.before() ? 1 : routes.size()).forEach(id ->
                        from("twilio-conversations:events/" + type.event() + "?idempotentRepository=#shared")
                                .routeId(id).to("mock:" + id.length()));
            }
        })) {
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);

            assertThat(webhooks.mock("1").getReceivedCounter()).isEqualTo(type.before() ? 2 : 1);
            if (!type.before()) {
                assertThat(webhooks.mock("2000").getReceivedCounter()).isEqualTo(1);
                assertThat(database.getJdbcTemplate().queryForList("SELECT messageId FROM CAMEL_MESSAGEPROCESSED", String.class))
                        .hasSize(2 * routes.size()).allMatch(key -> key.matches("[0-9a-f]{32}( done)?"));
            }
        }
    }

    @Test
    void anOutageIsToldOnceAndItsEndAsWell() throws Exception {
        AtomicReference<Throwable> outage = new AtomicReference<>(new NoSuchMethodError(PERSONAL));
        try (LogCapture log = LogCapture.of(PostAction.class); Webhooks webhooks = replica(new MemoryIdempotentRepository() {
            @Override
            public boolean add(String key) {
                if (outage.get() instanceof Error error) {
                    throw error;
                }
                if (outage.get() instanceof RuntimeException exception) {
                    throw exception;
                }
                return super.add(key);
            }
        }, exchange -> {})) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded", "Author", PERSONAL);
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(503);
            outage.set(new IllegalStateException(PERSONAL));
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(503);
            outage.set(null);
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);

            assertThat(webhooks.count(Outcome.PROCESSED)).isEqualTo(1);
            assertThat(log.lines(Level.WARN)).containsExactly("Route route cannot use its idempotentRepository, so events are"
                    + " answered with 503 (until further notice): java.lang.NoSuchMethodError");
            assertThat(log.lines(Level.INFO)).containsExactly("Route route uses its idempotentRepository again");
        }
    }

    private static Webhooks replica(IdempotentRepository shared, Processor processor) throws Exception {
        return replica(shared, processor, "");
    }

    private static Webhooks replica(IdempotentRepository shared, Processor processor, String options) throws Exception {
        return Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                bindToRegistry("shared", shared);
                from("twilio-conversations:events/onMessageAdded?idempotentRepository=#shared" + options).routeId("route")
                        .process(processor);
            }
        });
    }

    private static IdempotentRepository repository(String kind) {
        if (kind.equals("memory")) {
            return MemoryIdempotentRepository.memoryIdempotentRepository();
        }
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        JdbcMessageIdRepository repository = new JdbcMessageIdRepository(database, "webhooks");
        repository.start();
        return repository;
    }

    private static int status(Webhooks webhooks, Map<String, List<String>> event) {
        try {
            return webhooks.tell(event).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
