// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/** The repository that outlives the nodes, which turn to it step by step. */
final class ReplayedKeys extends MemoryIdempotentRepository {

    private static final String DONE = " done";

    private final Replay replay;
    private long done;

    ReplayedKeys(Replay replay) {
        this.replay = replay;
        setCacheSize(100_000);
        start();
    }

    /** How many keys are confirmed. */
    long done() {
        return done;
    }

    @Override
    public boolean add(String key) {
        replay.turn();
        boolean added = super.add(key);
        String step = step(key, added);
        if (step != null) {
            String now = replay.name();
            replay.does(step + now.substring(now.lastIndexOf(' ')));
        }
        return added;
    }

    /** What a key that is added stands for; null when it is a note. */
    private String step(String key, boolean added) {
        if (!added) {
            return null;
        }
        if (!key.contains(" ")) {
            return "claim";
        }
        if (key.endsWith(DONE)) {
            done++;
            return "confirm";
        }
        if (key.endsWith(" open")) {
            return "release";
        }
        return key.contains(" held ") && replay.name().startsWith("inherit") ? "inherit" : null;
    }

    @Override
    public boolean contains(String key) {
        replay.turn();
        boolean there = super.contains(key);
        if (there && key.endsWith(DONE) && replay.name().startsWith("know")) {
            replay.does(replay.name());
        }
        return there;
    }

    @Override
    public boolean remove(String key) {
        replay.turn();
        boolean removed = super.remove(key);
        if (removed && key.endsWith(" open")) {
            replay.does("inherit" + replay.name().substring(replay.name().lastIndexOf(' ')));
        }
        return removed;
    }
}
