// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The one lock that guards all state of a sandbox; nobody waits for the network while holding it. */
public final class Guard {

    private final ReentrantLock lock = new ReentrantLock();

    public <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    public void locked(Runnable action) {
        locked(() -> {
            action.run();
            return null;
        });
    }
}
