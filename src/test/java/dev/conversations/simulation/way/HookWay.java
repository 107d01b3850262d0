// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.way;

import dev.conversations.simulation.plan.Channel;
import dev.conversations.simulation.plan.Mishap;
import dev.conversations.simulation.time.Later;
import dev.conversations.simulation.time.Life;
import dev.conversations.simulation.time.Scheduler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The way of webhooks from Twilio to whichever node can be connected to. */
public final class HookWay extends QuietHttpClient {

    private final Scheduler scheduler;
    private final Life outside;
    private final Random random;
    private final Fate fate;
    private final Supplier<List<Gate>> gates;

    /** Where a node takes webhooks in, and what it runs on. */
    public record Gate(Host host, BiFunction<HttpRequest, byte[], CompletableFuture<Entrance.Answer>> entrance) {}

    /** @param gates those that can be connected to */
    public HookWay(Scheduler scheduler, Life outside, Random random, Fate fate, Supplier<List<Gate>> gates) {
        this.scheduler = scheduler;
        this.outside = outside;
        this.random = random;
        this.fate = fate;
        this.gates = gates;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        Later<HttpResponse<T>> reply = new Later<>(scheduler);
        byte[] body = BodyOf.request(request);
        Mishap mishap = fate.next(Channel.HOOK, outside, "");
        Runnable arrives = () -> arrive(request, body, mishap, (Later<HttpResponse<InputStream>>) (Object) reply);
        if (mishap == Mishap.DROPPED) {
            return reply;
        }
        scheduler.after(outside, Duration.ofMillis(way(mishap)), arrives);
        if (mishap == Mishap.DOUBLED || mishap == Mishap.DOUBLED_LATE) {
            scheduler.after(outside, Duration.ofMillis(mishap == Mishap.DOUBLED ? way(null) : random.nextInt(20_000)),
                    () -> arrive(request, body, null, new Later<>(scheduler)));
        }
        return reply;
    }

    private int way(Mishap mishap) {
        int usual = 1 + random.nextInt(30);
        return mishap == Mishap.DELAYED ? usual + random.nextInt(4_000) : mishap == Mishap.DELAYED_LONG ? usual + random.nextInt(20_000) : usual;
    }

    private void arrive(HttpRequest request, byte[] body, Mishap mishap, Later<HttpResponse<InputStream>> reply) {
        List<Gate> open = gates.get();
        if (mishap == Mishap.RESET_BEFORE || open.isEmpty()) {
            reply.completeExceptionally(mishap == Mishap.RESET_BEFORE ? new SocketException("reset") : new ConnectException("refused"));
            return;
        }
        Gate gate = open.get(random.nextInt(open.size()));
        scheduler.start(gate.host().life(), () -> gate.entrance().apply(request, body).whenComplete((answer, failure) -> {
            gate.host().check();
            if (mishap == Mishap.KILLED_AFTER) {
                gate.host().kill();
            }
            scheduler.after(outside, Duration.ofMillis(way(null)), () -> {
                if (failure != null || mishap == Mishap.RESET_AFTER) {
                    reply.completeExceptionally(new IOException("reset", failure));
                } else {
                    reply.complete(new Response<>(request, answer.status(),
                            new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8))));
                }
            });
        }));
    }
}
