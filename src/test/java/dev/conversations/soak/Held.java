// SPDX-License-Identifier: Apache-2.0
package dev.conversations.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process holds at a moment.
 *
 * @param heap in bytes, after a collection
 * @param threads that are alive
 * @param files open file descriptors, connections among them; 0 where the system does not tell
 */
record Held(long heap, long threads, long files) {

    static Held now() {
        System.gc();
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount() : 0;
        return new Held(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(), files);
    }
}
