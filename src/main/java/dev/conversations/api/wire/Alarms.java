// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.wire;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Has something done after a time, unless it is cancelled, as nearly all is that has an end of its own. */
@FunctionalInterface
public interface Alarms {

    /** Those of the machine, on one thread, which there is only while something waits. */
    Alarms MACHINE = machine();

    /** @param work is short, since what comes later waits for it */
    Future<?> set(Duration length, Runnable work);

    private static Alarms machine() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "twilio-alarms");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return (length, work) -> timer.schedule(work, length.toMillis(), TimeUnit.MILLISECONDS);
    }
}
