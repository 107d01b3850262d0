// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.operation.Operations;
import dev.conversations.camel.poll.ListServer;
import dev.conversations.camel.receive.Webhooks;
import dev.conversations.camel.register.Registrar;
import dev.conversations.sandbox.Sandbox;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckAware;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.AbstractCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.TypeConverterSupport;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors, such as a library of the wrong version brings, are told, and nothing that runs by itself ends with them. */
class ErrorsTest {
    private static final String ACCOUNT = "AC" + "0".repeat(32);

    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aRegistrationSaysSoAndIsTriedAgain() throws Exception {
        failures.add(new NoSuchMethodError("wrong version"));
        try (LogCapture log = LogCapture.of(Registrar.class); Webhooks webhooks = registering()) {
            await().until(() -> health(webhooks.context()).getState() == HealthCheck.State.DOWN);
            assertThat(health(webhooks.context()).getMessage().orElseThrow())
                    .contains("registration (ACCOUNT) failed, and is tried again: java.lang.NoSuchMethodError: wrong version");
            assertThat(log.lines(Level.WARN)).containsExactly(
                    "Webhook registration (ACCOUNT) failed, again in 1 s: java.lang.NoSuchMethodError: wrong version");
            Registrar registrar =
                    webhooks.context().getComponent("twilio-conversations", ConversationsComponent.class).registrar();
            await().untilAsserted(() -> assertThat(registrar.drift()).isEmpty());
            assertThat(log.lines(Level.INFO)).anyMatch(line -> line.startsWith("Webhook registration (ACCOUNT): set"));
        }
    }

    @Test
    void aComparisonThatMeetsOneIsNoGoodNews() throws Exception {
        try (Webhooks webhooks = registering()) {
            Registrar registrar =
                    webhooks.context().getComponent("twilio-conversations", ConversationsComponent.class).registrar();
            await().untilAsserted(() -> assertThat(registrar.drift()).isEmpty());
            failures.add(new NoSuchMethodError("wrong version"));
            assertThat(registrar.drift()).containsExactly(
                    "registration (ACCOUNT) cannot be compared: java.lang.NoSuchMethodError: wrong version");
        }
    }

    @Test
    void aPollSaysSoAndComesAgain() throws Exception {
        failures.add(new NoSuchMethodError("wrong version"));
        try (ListServer list = new ListServer(Operations.find("conversations", "list").orElseThrow()).add("X1", 1);
                DefaultCamelContext context = new DefaultCamelContext()) {
            prepare(context);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("twilio-conversations:conversations/list?startFrom=BEGINNING&initialDelay=0&delay=20&accountSid=" + ACCOUNT
                            + "&authToken=t&maxRetries=0&baseUri=" + list.base()).to("mock:items");
                }
            });
            context.start();
            MockEndpoint items = context.getEndpoint("mock:items", MockEndpoint.class);
            items.expectedMessageCount(1);
            items.assertIsSatisfied();
        }
    }

    @Test
    @Timeout(30)
    void aCallThatIsTriedAgainEndsWithIt() throws Exception {
        failures.add(new IOException("lost"));
        failures.add(new NoSuchMethodError("wrong version"));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            prepare(context);
            context.start();
            assertThatThrownBy(() -> context.createProducerTemplate().requestBody(
                    "twilio-conversations:configuration/fetch?accountSid=" + sandbox.accountSid() + "&authToken="
                            + sandbox.authToken() + "&baseUri=" + sandbox.baseUri(), null, Object.class))
                    .rootCause().isInstanceOf(NoSuchMethodError.class);
            assertThat(failures).isEmpty();
        }
    }

    @Test
    void aConversionThatMeetsOneEndsItsExchangeOnce() throws Exception {
        AtomicInteger ends = new AtomicInteger();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            prepare(context);
            context.getTypeConverterRegistry().addTypeConverter(String.class, Thread.class, new TypeConverterSupport() {
                @Override
                public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
                    throw new NoClassDefFoundError("missing");
                }
            });
            context.start();
            AsyncProducer producer = context.getEndpoint("twilio-conversations:messages/create?conversationSid=CH1")
                    .createAsyncProducer();
            producer.start();
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(Thread.currentThread());
            assertThat(producer.process(exchange, sync -> ends.incrementAndGet())).isTrue();
            assertThat(exchange.getException()).hasRootCauseInstanceOf(NoClassDefFoundError.class);
            assertThat(ends).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aContextThatNeverStartedClosesWithoutAStackTrace(boolean tried) throws Exception {
        try (LogCapture log = LogCapture.of(Class.forName("org.apache.camel.impl.engine.InternalServiceManager"));
                LogCapture more = LogCapture.of(AbstractCamelContext.class)) {
            DefaultCamelContext context = new DefaultCamelContext();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("twilio-conversations:messages/list?conversationSid=CH1").to("twilio-conversations:media/fetch");
                    from("twilio-conversations:events/all?validateSignature=false").to("mock:events");
                    from("twilio-conversations:conversations/list").to("mock:items");
                }
            });
            assertThat(context.getEndpoint("twilio-conversations:messages/list?conversationSid=CH1")).isNotNull();
            if (tried) {
                assertThatThrownBy(context::start).rootCause().hasMessageContaining("No credentials");
            } else {
                context.init();
            }
            context.close();
            assertThat(log.lines(Level.WARN)).isEmpty();
            assertThat(more.lines(Level.WARN)).isEmpty();
        }
    }

    @Test
    void aRouteThatMeetsOneIsToldAgain() throws Exception {
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded").errorHandler(noErrorHandler()).process(exchange -> {
                    if (failures.poll() instanceof Error error) {
                        throw error;
                    }
                });
            }
        })) {
            failures.add(new NoSuchMethodError("wrong version"));
            var event = Webhooks.event("onMessageAdded");
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(500);
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);
        }
    }

    private Webhooks registering() throws Exception {
        return Webhooks.with(context -> {
            prepare(context);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("twilio-conversations:events/onMessageAdded?registration=ACCOUNT&publicUrl=https://example.com"
                            + "&validateSignature=false").routeId("route").to("mock:events");
                }
            });
        });
    }

    /** Makes calls meet the failures, one each. */
    private void prepare(CamelContext context) {
        ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
        component.getConfiguration().setAccountSid(sandbox.accountSid());
        component.getConfiguration().setAuthToken(sandbox.authToken());
        component.getConfiguration().setBaseUri(sandbox.baseUri().toString());
        context.getComponent("http", HttpComponent.class).setHttpClientConfigurer(builder ->
                builder.addExecInterceptorFirst("failures", (request, scope, chain) -> {
                    Throwable failure = failures.poll();
                    if (failure instanceof IOException exception) {
                        throw exception;
                    }
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    return chain.proceed(request, scope);
                }));
    }

    private static HealthCheck.Result health(CamelContext context) {
        return ((HealthCheckAware) context.getRoute("route").getConsumer()).getHealthCheck().call();
    }
}
