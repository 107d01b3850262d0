// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.state;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/** Tells once that something is out of order, and once that it works again; what happens meanwhile is told at DEBUG. */
public final class Outage {
    private final Logger log;
    private final String begin;
    private final String end;
    private final AtomicBoolean lasting = new AtomicBoolean();

    /**
     * @param begin what it means, to be read after "Route x"
     * @param end what it means when it is over
     */
    public Outage(Logger log, String begin, String end) {
        this.log = log;
        this.begin = begin;
        this.end = end;
    }

    /** The failure is named, not quoted: its words may be anybody's. */
    public void met(String route, Throwable failure) {
        if (lasting.compareAndSet(false, true)) {
            log.warn("Route {} {} (until further notice): {}", route, begin, failure.getClass().getName());
        }
        log.debug("Route {} {}", route, begin, failure);
    }

    public void over(String route) {
        if (lasting.compareAndSet(true, false)) {
            log.info("Route {} {}", route, end);
        }
    }
}
