// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.govern;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Who stands here is let on one by one, interactive calls before bulk; each tenth is bulk, so that none waits for ever. */
final class Line {

    private static final int FAIR = 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Place> interactive = new ArrayDeque<>();
    private final Deque<Place> bulk = new ArrayDeque<>();
    private boolean busy;
    private int turn;

    private final class Place {
        private final Condition condition = lock.newCondition();
        private boolean first;
    }

    /** Waits until it is first in the line; {@link #leave} must follow. */
    void enter(boolean isBulk) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (!busy) {
                busy = true;
                return;
            }
            Place place = new Place();
            (isBulk ? bulk : interactive).addLast(place);
            try {
                while (!place.first) {
                    place.condition.await();
                }
            } catch (InterruptedException e) {
                if (place.first) {
                    next();
                }
                interactive.remove(place);
                bulk.remove(place);
                throw e;
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many stand in it behind the first. */
    int length() {
        lock.lock();
        try {
            return interactive.size() + bulk.size();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the next be first. */
    void leave() {
        lock.lock();
        try {
            next();
        } finally {
            lock.unlock();
        }
    }

    private void next() {
        boolean bulkFirst = interactive.isEmpty() || ++turn % FAIR == 0 && !bulk.isEmpty();
        Place place = (bulkFirst ? bulk : interactive).pollFirst();
        busy = place != null;
        if (busy) {
            place.first = true;
            place.condition.signal();
        }
    }
}
