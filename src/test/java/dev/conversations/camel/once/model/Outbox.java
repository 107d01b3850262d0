// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * The replies of one conversation on their way out, at one moment. A reply is named by its place in the queue.
 *
 * @param committed so many are gone from the queue
 * @param keys of the replies
 * @param stage of the first in the queue; null when no node has it
 * @param flying the requests of nodes that died since, which Twilio has yet to take
 * @param created the replies at Twilio, in order
 * @param crashes how many may still come
 * @param losses of answers, how many may still come
 */
public record Outbox(int committed, List<Key> keys, Stage stage, List<Integer> flying, List<Integer> created, int crashes, int losses) {

    static Outbox of(int replies, int crashes, int losses) {
        return new Outbox(0, Collections.nCopies(replies, Key.FREE), null, List.of(), List.of(), crashes, losses);
    }

    Outbox at(Stage next) {
        return new Outbox(committed, keys, next, flying, created, crashes, losses);
    }

    Outbox key(int reply, Key key) {
        return new Outbox(committed, changed(keys, items -> items.set(reply, key)), stage, flying, created, crashes, losses);
    }

    Outbox commits() {
        return new Outbox(committed + 1, keys, null, flying, created, crashes, losses);
    }

    Outbox creates(int reply) {
        return new Outbox(committed, keys, stage, flying, changed(created, items -> items.add(reply)), crashes, losses);
    }

    Outbox loses() {
        return new Outbox(committed, keys, Stage.UNANSWERED, flying, created, crashes, losses - 1);
    }

    /** The node dies: the queue gives the reply to the next, and what was sent is still under way. */
    Outbox dies() {
        List<Integer> sent = stage == Stage.SENT ? changed(flying, items -> items.add(committed)) : flying;
        return new Outbox(committed, keys, null, sent, created, crashes - 1, losses);
    }

    Outbox lands(int reply) {
        return new Outbox(committed, keys, stage, changed(flying, items -> items.remove((Integer) reply)), created, crashes, losses).creates(reply);
    }

    private static <T> List<T> changed(List<T> list, Consumer<List<T>> change) {
        List<T> copy = new ArrayList<>(list);
        change.accept(copy);
        return List.copyOf(copy);
    }
}
