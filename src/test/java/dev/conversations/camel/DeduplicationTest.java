package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.WebhookEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are handled once by replicas that share a repository, and lost with none of them. */
class DeduplicationTest {
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
        String key = "route " + new Delivery(new WebhookEvent(event), null).key();
        try (Webhooks survivor = replica(shared, exchange -> {})) {
            crashed(shared, key, Duration.ZERO);
            assertThat(survivor.tell(event).statusCode()).isEqualTo(503);
            shared.clear();
            crashed(shared, key, Claims.TERM);
            assertThat(survivor.tell(event).statusCode()).isEqualTo(503);
            shared.clear();
            crashed(shared, key, Claims.TERM.multipliedBy(2));
            assertThat(survivor.tell(event).statusCode()).isEqualTo(200);
            assertThat(survivor.count(Outcome.PROCESSED)).isEqualTo(1);
        }
    }

    /** Leaves a claim behind, made that long ago. */
    private void crashed(IdempotentRepository shared, String key, Duration ago) {
        Clock then = Clock.offset(Clock.systemUTC(), ago.negated());
        assertThat(new Claims(shared, then).claim(nothing, key)).isEqualTo(Claims.Claim.MADE);
    }

    private static Webhooks replica(IdempotentRepository shared, Processor processor) throws Exception {
        return Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                bindToRegistry("shared", shared);
                from("twilio-conversations:events/onMessageAdded?idempotentRepository=#shared").routeId("route")
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
