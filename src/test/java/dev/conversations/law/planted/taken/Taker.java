// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law.planted.taken;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/** Takes what it should be handed. */
final class Taker {

    final Instant time = Instant.now();
    final UUID chance = UUID.randomUUID();
    final Executor threads = Executors.newCachedThreadPool();
    final long ticks = System.nanoTime();
    final InstantSource clock = InstantSource.system();
    final Executor shared = ForkJoinPool.commonPool();
    final CompletableFuture<?> late = new CompletableFuture<>().orTimeout(1, TimeUnit.SECONDS);
}
