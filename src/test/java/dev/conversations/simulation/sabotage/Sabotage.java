// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.sabotage;

import dev.conversations.api.Timing;
import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.simulation.world.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.slf4j.LoggerFactory;

/**
 * Parts of which one is not sound.
 *
 * @param name what is wrong with it
 * @param expected how that begins what must be said of a world that has it
 * @param bridge whether it is a part of bridges, else of routes that answer
 */
public record Sabotage(String name, String expected, boolean bridge, Parts parts) {

    private static final String DONE = " done";
    private static final int OK = 200;
    private static final int FAILED = 500;
    private static final int BUSY = 503;

    /** All that there are. */
    public static List<Sabotage> all() {
        return Stream.of(ofRoutes(), BridgeSabotage.all()).flatMap(List::stream).toList();
    }

    private static List<Sabotage> ofRoutes() {
        return List.of(
                claims("claims are not shared", "twice", made -> MemoryIdempotentRepository.memoryIdempotentRepository(1_000)),
                claims("claims are given to whoever asks", "twice", KeysAround::forgetting),
                claims("each third claim is lost", "twice", made -> {
                    AtomicInteger count = new AtomicInteger();
                    return KeysAround.adding(made, (keys, key) ->
                            KeysAround.isClaim(key) && count.incrementAndGet() % 3 == 0 || keys.add(key));
                }),
                claims("claims are not renewed", "twice", made -> KeysAround.replacing(made, " held ", (key, note) -> null)),
                claims("a claim is confirmed before the work", "lost", made -> KeysAround.noting(made, DONE)),
                claims("a claim is released before the work", "twice", made -> KeysAround.noting(made, " open")),
                claims("a claim is released on success", "twice",
                        made -> KeysAround.replacing(made, DONE, (key, note) -> key.replace(note, " open"))),
                keys("a key is noted as done before the create", "not answered", made -> KeysAround.noting(made, DONE)),
                keys("keys are forgotten", "answered twice", KeysAround::forgetting),
                states("the cursor moves before the work", "lost", EagerCursor::new),
                api("a create that failed is sent again", "answered twice", ApiAround::repeatingCreates),
                api("a create that failed counts as made", "not answered", ApiAround::praisingCreates),
                api("a page has one message less", "lost", ApiAround::shorteningPages),
                api("Twilio's words are logged without the mask", "a secret is told", ApiAround::unmasking),
                api("settings are not written", "not registered", ApiAround::changingNoSettings),
                answer("a webhook is answered with 200 while the route is busy", BUSY),
                answer("a webhook is answered with 200 though the route failed", FAILED),
                options("a webhook is answered with 200 before the work", "answered with 200", Map.of("acknowledge", "RECEIVED")),
                options("a claim never ends", "lost", Map.of("claimTerm", Duration.ofDays(10).toMillis())),
                options("signatures are not checked", "forged", Map.of("validateSignature", false)),
                options("nothing is repaired", "lost", Map.of("repair", false)),
                options("no order is kept", "out of order", Map.of("repair", false)),
                key("the old key is refused", 1),
                key("the new key is refused", 0),
                work("a header is let through", "not answered where", made -> exchange -> {
                    made.process(exchange);
                    exchange.getMessage().setHeader(ConversationsHeaders.CONVERSATION_SID, "CH" + "0".repeat(32));
                }),
                work("a failure is hidden", "not answered where", made -> exchange -> {
                    try {
                        made.process(exchange);
                    } catch (IllegalStateException hidden) {
                        exchange.setRouteStop(true);
                    }
                }),
                work("the log tells a text", "a secret is told", made -> exchange -> {
                    made.process(exchange);
                    LoggerFactory.getLogger(Sabotage.class).debug("It is {}", exchange.getMessage().getBody());
                }),
                work("an exception tells a text", "a secret is told", made -> exchange -> {
                    made.process(exchange);
                    throw new IllegalStateException("No answer to " + exchange.getMessage().getBody());
                }),
                work("an exchange never ends", "", made -> Sabotage::hang),
                new Sabotage("a stop does not wait", "stopped with work", false, new Parts() {
                    @Override
                    public Duration patience(Duration made) {
                        return Duration.ZERO;
                    }
                }));
    }

    private static void hang(Exchange exchange) throws Exception {
        exchange.getContext().getRegistry().findSingleByType(Timing.class).await(new CompletableFuture<>());
    }

    private static Sabotage claims(String name, String expected, UnaryOperator<IdempotentRepository> other) {
        return new Sabotage(name, expected, false, new Parts() {
            @Override
            public IdempotentRepository claims(IdempotentRepository made) {
                return other.apply(made);
            }
        });
    }

    private static Sabotage keys(String name, String expected, UnaryOperator<IdempotentRepository> other) {
        return new Sabotage(name, expected, false, new Parts() {
            @Override
            public IdempotentRepository keys(IdempotentRepository made) {
                return other.apply(made);
            }
        });
    }

    private static Sabotage states(String name, String expected, UnaryOperator<StateRepository<String, String>> other) {
        return new Sabotage(name, expected, false, new Parts() {
            @Override
            public StateRepository<String, String> states(StateRepository<String, String> made) {
                return other.apply(made);
            }
        });
    }

    private static Sabotage api(String name, String expected, UnaryOperator<ExecChainHandler> other) {
        return new Sabotage(name, expected, false, new Parts() {
            @Override
            public ExecChainHandler api(ExecChainHandler made) {
                return other.apply(made);
            }
        });
    }

    private static Sabotage answer(String name, int hidden) {
        return new Sabotage(name, "answered with 200", false, new Parts() {
            @Override
            public int answer(int made) {
                return made == hidden ? OK : made;
            }
        });
    }

    private static Sabotage options(String name, String expected, Map<String, Object> others) {
        return new Sabotage(name, expected, false, new Parts() {
            @Override
            public void options(Map<String, Object> options) {
                options.putAll(others);
            }
        });
    }

    private static Sabotage key(String name, int left) {
        return new Sabotage(name, "refused", false, new Parts() {
            @Override
            public void options(Map<String, Object> options) {
                options.computeIfPresent("webhookKeys", (option, both) -> both.toString().split(",")[left]);
            }
        });
    }

    private static Sabotage work(String name, String expected, UnaryOperator<Processor> other) {
        return new Sabotage(name, expected, false, new Parts() {
            @Override
            public Processor work(Processor made) {
                return other.apply(made);
            }
        });
    }

    @Override
    public String toString() {
        return name;
    }
}
