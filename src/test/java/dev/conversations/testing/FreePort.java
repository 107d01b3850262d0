// SPDX-License-Identifier: Apache-2.0
package dev.conversations.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that must be told theirs before they start. They are none of those that systems give away by themselves (from 32,768
 * on with Linux), so that no other connection can have taken them meanwhile, and other tests begin elsewhere.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int BEYOND = 32_000;
    private static final AtomicInteger NEXT = new AtomicInteger((int) (ProcessHandle.current().pid() * 97));

    private FreePort() {}

    /** A port that nobody listens on, another one each time. */
    public static int next() {
        for (int tried = 0; tried < BEYOND - FIRST; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), BEYOND - FIRST);
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (IOException e) {
                // Somebody has it.
            }
        }
        throw new IllegalStateException("No port is free");
    }
}
