// SPDX-License-Identifier: Apache-2.0
package dev.conversations.interleaving;

import dev.conversations.api.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Time that stands still; who waits for another is one whose turn has not come. */
public record Turns(Orders orders) implements Timing {

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public long nanos() {
        return 0;
    }

    @Override
    public void sleep(Duration length) {
        orders.step("sleep");
    }

    @Override
    public <T> T await(Future<T> work) throws InterruptedException, ExecutionException {
        orders.await("wait", work::isDone);
        return work.get();
    }

    @Override
    public double chance() {
        return 0;
    }
}
