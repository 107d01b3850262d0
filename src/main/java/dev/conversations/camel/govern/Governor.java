// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.govern;

import dev.conversations.api.Gate;
import dev.conversations.api.Result;
import dev.conversations.api.RetryPolicy;
import dev.conversations.api.Timing;
import dev.conversations.api.TooManyWaiting;
import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Verb;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Keeps the calls of one account within what Twilio takes: writes to each conversation and each service at their pace, and
 * all requests in their number.
 */
public final class Governor implements Gate {

    /** As many may wait. */
    private static final int MOST_WAITING = 1_000;
    private static final int MANY_LANES = 1_000;
    /** Twilio's code for too many requests of an account at once. */
    private static final int TOO_MANY_AT_ONCE = 20429;
    private static final long MILLI = 1_000_000;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Timing timing;
    private final Line door = new Line();
    private final Crowd crowd = new Crowd();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongAdder waits = new LongAdder();
    private final LongAdder waited = new LongAdder();

    private record Lane(Line line, Pace pace) {}

    public Governor(Timing timing) {
        this.timing = timing;
    }

    @Override
    public Result pass(Operation operation, Map<String, ?> arguments, boolean bulk, RetryPolicy.Attempt<Result> request)
            throws IOException {
        Lane lane = operation.verb() == Verb.GET ? null : lane(operation, arguments);
        long taken = admit(operation, lane, bulk);
        try {
            return request.once();
        } catch (TwilioException refused) {
            if (refused.isRateLimited()) {
                slower(lane, refused, taken);
            }
            throw refused;
        } finally {
            crowd.leave();
        }
    }

    /** Waits until a request may go. When that was. */
    private long admit(Operation operation, Lane lane, boolean bulk) throws IOException {
        long begun = timing.nanos();
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw new TooManyWaiting(operation, MOST_WAITING);
        }
        try {
            stand(lane, bulk);
        } catch (InterruptedException e) {
            waiting.decrementAndGet();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(operation + " was not sent: interrupted while waiting for its turn");
        }
        long now = timing.nanos();
        waits.increment();
        waited.add(now - begun);
        return now;
    }

    /** Who has waited for the pace goes in before the next may take the pace. */
    private void stand(Lane lane, boolean bulk) throws InterruptedException {
        if (lane == null) {
            goIn(bulk);
            return;
        }
        lane.line().enter(bulk);
        try {
            for (long early = lane.pace().take(timing.nanos()); early > 0; early = lane.pace().take(timing.nanos())) {
                timing.sleep(Duration.ofMillis(early / MILLI + 1));
            }
            goIn(bulk);
        } finally {
            lane.line().leave();
        }
    }

    private void goIn(boolean bulk) throws InterruptedException {
        door.enter(bulk);
        try {
            crowd.enter();
            waiting.decrementAndGet();
        } finally {
            door.leave();
        }
    }

    private void slower(Lane lane, TwilioException refused, long taken) {
        if (lane != null) {
            lane.pace().refused(timing.nanos(), taken, refused.getRetryAfter().orElse(SECOND));
        }
        if (lane == null || refused.getCode() == TOO_MANY_AT_ONCE) {
            crowd.refused(timing.nanos(), taken);
        }
    }

    /** The conversation or service whose limit a write counts towards. */
    private Lane lane(Operation operation, Map<String, ?> arguments) {
        String service = String.valueOf(arguments.get(Operation.CHAT_SERVICE_SID));
        Object conversation = arguments.get("conversationSid") != null || !operation.name().equals("conversations/update")
                ? arguments.get("conversationSid") : arguments.get("sid");
        String name = conversation == null ? service : service + " " + conversation;
        Lane lane = lanes.get(name);
        if (lane == null) {
            long now = timing.nanos();
            if (lanes.size() > MANY_LANES) {
                lanes.values().removeIf(old -> old.pace().isIdle(now));
            }
            lane = lanes.computeIfAbsent(name, fresh -> new Lane(new Line(), new Pace(now)));
        }
        return lane;
    }

    /** How many calls wait for their turn. */
    public int waiting() {
        return waiting.get();
    }

    /** How many calls had their turn. */
    public long waits() {
        return waits.sum();
    }

    /** How long they waited for it in all. */
    public Duration waited() {
        return Duration.ofNanos(waited.sum());
    }

    /** How many requests are under way. */
    public int underWay() {
        return crowd.inside();
    }

    /** How many requests may be under way. */
    public int mayBeUnderWay() {
        return crowd.limit();
    }

    /** Writes per second to the conversation or service that takes the fewest; not a number while none is known. */
    public double slowestPace() {
        return lanes.values().stream().mapToDouble(lane -> lane.pace().rate()).min().orElse(Double.NaN);
    }
}
