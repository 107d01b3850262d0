package dev.conversations.law.planted.taken;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Takes what it should be handed. */
final class Taker {

    final Instant time = Instant.now();
    final UUID chance = UUID.randomUUID();
    final Executor threads = Executors.newCachedThreadPool();
    final long ticks = System.nanoTime();
}
