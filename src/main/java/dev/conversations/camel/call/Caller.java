// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import dev.conversations.api.Pages;
import dev.conversations.api.Result;
import dev.conversations.api.RetryPolicy;
import dev.conversations.api.Timing;
import dev.conversations.api.TwilioClient;
import dev.conversations.api.operation.Operation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Makes the requests of one operation, and knows when to make them again. */
public record Caller(Operation operation, TwilioClient client, RetryPolicy policy) {

    /**
     * One try of the first request.
     *
     * @param begunNanos when the first try of it began
     * @throws IOException see {@link TwilioClient#call}
     */
    Result first(Map<String, Object> arguments, long begunNanos) throws IOException {
        return client.call(operation, arguments, policy.left(since(begunNanos)));
    }

    /**
     * One try of the request for a further page.
     *
     * @param begunNanos when the first try of it began
     * @throws IOException see {@link TwilioClient#follow}
     */
    Result further(URI page, Map<String, Object> arguments, long begunNanos) throws IOException {
        return client.follow(operation, page, arguments, policy.left(since(begunNanos)));
    }

    /** The items of a list, to be fetched as they are read. */
    public Pages pages(Call call) {
        return new Pages(client.inBulk(), operation, call.arguments(), policy, call.limit());
    }

    /** The same in another time. */
    public Caller in(Timing timing) {
        return new Caller(operation, client, policy.in(timing));
    }

    /** How long to wait before the next try; empty when the failure is final. */
    Optional<Duration> delay(Exception failure, int tries, long begunNanos) {
        return policy.delay(operation, failure, tries, since(begunNanos));
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(policy.timing().nanos() - nanos);
    }
}
