// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.ConversationsHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.PrototypeExchangeFactory;
import org.apache.camel.spi.ExchangeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong around an event, its sender is answered, and the route has its room again and can take the event another time. */
class GivenBackTest {

    /** What a route ends with that is no answer. */
    enum Wrong {
        STATUS_IS_A_WORD {
            @Override
            void end(Message message) {
                message.setHeader(ConversationsHeaders.REPLY_STATUS, "forbidden");
            }
        },
        STATUS_IS_A_LIST {
            @Override
            void end(Message message) {
                message.setHeader(ConversationsHeaders.REPLY_STATUS, List.of(403, 404));
            }
        },
        STATUS_IS_NONE {
            @Override
            void end(Message message) {
                message.setHeader(ConversationsHeaders.REPLY_STATUS, 42);
            }
        },
        STREAM_BREAKS {
            @Override
            void end(Message message) {
                message.setBody(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken");
                    }
                });
            }
        },
        MAP_BREAKS {
            @Override
            void end(Message message) {
                message.setBody(new AbstractMap<String, Object>() {
                    @Override
                    public Set<Entry<String, Object>> entrySet() {
                        throw new IllegalStateException("broken");
                    }
                });
            }
        },
        MAP_HOLDS_ITSELF {
            @Override
            void end(Message message) {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("attributes", body);
                message.setBody(body);
            }
        },
        LIST_HOLDS_ITSELF {
            @Override
            void end(Message message) {
                List<Object> attributes = new ArrayList<>();
                attributes.add(attributes);
                message.setBody(Map.of("attributes", attributes));
            }
        };

        abstract void end(Message message);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatCannotBeReadIsAFailure(Wrong wrong) throws Exception {
        try (Webhooks webhooks = Webhooks.with(route("onMessageAdd?onTimeout=accept&onFailure=reject&replyTimeout=30000",
                exchange -> wrong.end(exchange.getMessage())))) {
            assertThat(webhooks.tell(Webhooks.event("onMessageAdd")).statusCode()).isEqualTo(500);
            assertFree(webhooks);
        }
    }

    @ParameterizedTest
    @CsvSource({"onMessageAdd, 500", "onMessageAdded, 503"})
    void anExchangeThatCannotBeMadeIsAFailureAndTheNextIsTaken(String event, int status) throws Exception {
        AtomicInteger runs = new AtomicInteger();
        try (Webhooks webhooks = Webhooks.with(context -> {
            broken(context, new Factory(true));
            context.addRoutes(route(event + "?onTimeout=accept&onFailure=reject&replyTimeout=30000&maxInFlight=1",
                    exchange -> runs.incrementAndGet()));
        })) {
            Map<String, List<String>> told = Webhooks.event(event);
            assertThat(webhooks.tell(told).statusCode()).isEqualTo(status);
            assertFree(webhooks);
            assertThat(webhooks.tell(told).statusCode()).isEqualTo(200);
            assertThat(runs).hasValue(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"onMessageAdd", "onMessageAdded"})
    void anExchangeThatCannotBeEndedHoldsNoRoom(String event) throws Exception {
        try (Webhooks webhooks = Webhooks.with(context -> {
            broken(context, new Factory(false));
            context.addRoutes(route(event + "?replyTimeout=30000&maxInFlight=1", exchange -> {}));
        })) {
            Map<String, List<String>> told = Webhooks.event(event);
            assertThat(webhooks.tell(told).statusCode()).isEqualTo(200);
            assertFree(webhooks);
            assertThat(webhooks.tell(told).statusCode()).isEqualTo(200);
        }
    }

    private static void assertFree(Webhooks webhooks) {
        await().untilAsserted(() -> assertThat(webhooks.paths().get(0).routes().get(0).inFlight()).isZero());
    }

    private static RouteBuilder route(String events, Processor processor) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/" + events).process(processor);
            }
        };
    }

    private static void broken(CamelContext context, Factory factory) {
        context.getCamelContextExtension().setExchangeFactory(factory);
    }

    /** Fails the first time, at making an exchange or at ending it. */
    private static final class Factory extends PrototypeExchangeFactory {

        private final boolean making;
        private final AtomicInteger times;

        Factory(boolean making) {
            this(null, making, new AtomicInteger());
        }

        private Factory(Consumer consumer, boolean making, AtomicInteger times) {
            super(consumer);
            this.making = making;
            this.times = times;
        }

        @Override
        public ExchangeFactory newExchangeFactory(Consumer consumer) {
            boolean ours = consumer instanceof ConversationsReceiver;
            Factory factory = new Factory(consumer, making, ours ? times : new AtomicInteger(1));
            factory.setCamelContext(consumer.getEndpoint().getCamelContext());
            return factory;
        }

        @Override
        public Exchange create(Endpoint fromEndpoint, boolean autoRelease) {
            fail(making);
            return super.create(fromEndpoint, autoRelease);
        }

        @Override
        public boolean release(Exchange exchange) {
            fail(!making);
            return super.release(exchange);
        }

        private void fail(boolean here) {
            if (here && times.getAndIncrement() == 0) {
                throw new IllegalStateException("broken");
            }
        }
    }
}
