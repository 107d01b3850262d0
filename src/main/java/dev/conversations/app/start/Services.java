// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.start;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in the opposite order; one that does not stop keeps no other from it. */
public final class Services implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    /** Adds what has just been started. */
    public <T extends AutoCloseable> T started(T service) {
        running.push(service);
        return service;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                LOG.warn("Did not stop cleanly ({})", e.getClass().getName());
            }
        }
    }
}
