// SPDX-License-Identifier: Apache-2.0
package dev.conversations.interleaving;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Plays a scene in all orders of its steps. Each actor stops before each of its steps, and goes on when it is chosen, so one goes on at a
 * time and no clock matters. What an actor does next, and what the scene says is shared, must tell what it has found: where all did the same
 * before and are about to do the same as in an order that was played, what follows is not played again.
 */
public final class Orders {

    private final ThreadLocal<Actor> self = new ThreadLocal<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final Set<List<String>> known = new HashSet<>();

    /** Who went on at a moment, of so many that could. */
    private record Choice(int chosen, int of) {}

    /**
     * What was seen.
     *
     * @param played so many orders
     * @param fault what went wrong, and the steps to it; empty when nothing does in any order
     */
    public record Seen(int played, Optional<String> fault) {}

    private static final class Actor {
        private final int number;
        private final StringBuilder deeds = new StringBuilder();
        private final Semaphore turn = new Semaphore(0);
        private final Semaphore rest = new Semaphore(0);
        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private volatile BooleanSupplier may = () -> true;

        Actor(int number) {
            this.number = number;
        }

        private String state() {
            return deeds + (end.isDone() ? "end" : "");
        }
    }

    private Orders() {}

    /** Plays until a fault is found or all orders are played. */
    public static Seen of(Function<Orders, Scene> scenes) {
        Orders orders = new Orders();
        ExecutorService threads = Executors.newCachedThreadPool(Orders::daemon);
        try {
            int played = 0;
            do {
                Scene scene = scenes.apply(orders);
                boolean ended = orders.play(scene, threads);
                played++;
                Optional<String> fault = ended ? scene.fault().get() : Optional.of("nobody goes on");
                if (fault.isPresent()) {
                    return new Seen(played, Optional.of(fault.get() + " after " + orders.trace));
                }
            } while (orders.another());
            return new Seen(played, Optional.empty());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Who waits for what never comes is left behind. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    /** Says what the actor does next, and waits until it may; does nothing while no actor acts. */
    public void step(String name) {
        await(name, () -> true);
    }

    /** The same for what can be done only while something is so. */
    public void await(String name, BooleanSupplier may) {
        Actor actor = self.get();
        if (actor != null) {
            actor.may = may;
            actor.deeds.append(name).append('\n');
            actor.rest.release();
            actor.turn.acquireUninterruptibly();
            trace.add(actor.number + ": " + name);
        }
    }

    /** Whether all came to their end. */
    private boolean play(Scene scene, ExecutorService threads) {
        trace.clear();
        List<Actor> all = new ArrayList<>();
        for (Runnable work : scene.actors()) {
            Actor actor = new Actor(all.size() + 1);
            all.add(actor);
            threads.execute(() -> act(actor, work));
        }
        for (int moment = 0; ; moment++) {
            List<Actor> able = all.stream().filter(actor -> !actor.end.isDone() && actor.may.getAsBoolean()).toList();
            if (able.isEmpty()) {
                return all.stream().allMatch(actor -> actor.end.isDone());
            }
            if (moment == choices.size()) {
                boolean isNew = known.add(Stream.concat(all.stream().map(Actor::state), Stream.of(scene.shared().get())).toList());
                choices.add(new Choice(0, isNew ? able.size() : 1));
            }
            Actor actor = able.get(choices.get(moment).chosen());
            actor.turn.release();
            actor.rest.acquireUninterruptibly();
            if (actor.end.isDone()) {
                actor.end.join();
            }
        }
    }

    private void act(Actor actor, Runnable work) {
        actor.turn.acquireUninterruptibly();
        self.set(actor);
        try {
            work.run();
            actor.end.complete(null);
        } catch (RuntimeException | Error e) {
            actor.end.completeExceptionally(e);
        } finally {
            self.remove();
            actor.rest.release();
        }
    }

    /** Goes back to the last moment at which another could have gone on. */
    private boolean another() {
        for (int last = choices.size() - 1; last >= 0; last--) {
            Choice choice = choices.remove(last);
            if (choice.chosen() + 1 < choice.of()) {
                choices.add(new Choice(choice.chosen() + 1, choice.of()));
                return true;
            }
        }
        return false;
    }
}
