// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.conversations.api.text.Json;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Sids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Leads requests to the door that takes them; refusals become error replies. */
public final class Front implements ResponseDefinitionTransformerV2 {

    /** Longer than anybody waits. */
    static final int SILENCE_MILLIS = 3_600_000;

    private final List<Door> open;
    private final List<Door> local;
    private final Sids sids;
    private final Clock clock;
    private final AtomicInteger busy = new AtomicInteger();

    /**
     * @param open doors for everybody, the first that takes a path before the others
     * @param local doors without credentials, kept from web pages of elsewhere
     */
    public Front(List<Door> open, List<Door> local, Sids sids, Clock clock) {
        this.open = open;
        this.local = local;
        this.sids = sids;
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "sandbox";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Instant start = clock.instant();
        int concurrent = busy.incrementAndGet();
        Answer answer;
        try {
            answer = answer(Incoming.of(event.getRequest()));
        } catch (Refusal refusal) {
            answer = new Answer(refusal.status(), refusal.body());
        } catch (RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            answer = new Answer(500, new Refusal(500, 20500, "The sandbox failed: " + e.getClass().getName()
                    + (trace.length == 0 ? "" : " at " + trace[0])).body());
        } finally {
            busy.decrementAndGet();
        }
        String duration = String.format(Locale.ROOT, "%.3f", Duration.between(start, clock.instant()).toMillis() / 1e3);
        ResponseDefinitionBuilder response = new ResponseDefinitionBuilder().withStatus(answer.status())
                .withHeader("Twilio-Request-Id", sids.next("RQ"))
                .withHeader("Twilio-Request-Duration", duration)
                .withHeader("Twilio-Concurrent-Requests", Integer.toString(concurrent));
        answer.headers().forEach((name, value) -> response.withHeader(name, value));
        switch (answer.way()) {
            case RESET -> response.withFault(Fault.CONNECTION_RESET_BY_PEER);
            case SILENCE -> response.withFixedDelay(SILENCE_MILLIS);
            case ARRIVES -> { }
        }
        if (answer.status() == 401) {
            response.withHeader("WWW-Authenticate", "Basic realm=\"Twilio API\"");
        }
        if (answer.body() instanceof byte[] content) {
            response.withBody(content);
        } else if (answer.body() != null) {
            response.withHeader("Content-Type", "application/json;charset=utf-8").withBody(Json.write(answer.body()));
        }
        return response.build();
    }

    /** Whether requests of a path bring files. */
    boolean takesFiles(String path) {
        return Stream.concat(open.stream(), local.stream()).anyMatch(door -> door.takesFiles(path));
    }

    private Answer answer(Incoming request) {
        Optional<Door> door = find(open, request.path());
        if (door.isEmpty()) {
            door = find(local, request.path());
            door.ifPresent(found -> LocalOnly.check(request));
        }
        return door.orElseThrow(() -> Refusal.of(20404, request.path())).answer(request);
    }

    private static Optional<Door> find(List<Door> doors, String path) {
        return doors.stream().filter(door -> door.takes(path)).findFirst();
    }
}
