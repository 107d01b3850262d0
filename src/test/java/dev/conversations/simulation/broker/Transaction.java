// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;

/** What is sent while a message is worked on, which is on its queues once that message is done. */
final class Transaction {
    private final List<Runnable> sends = new ArrayList<>();

    void add(Runnable send) {
        sends.add(send);
    }

    /** All of it, or nothing. */
    void commit(AsJms.Done acknowledge) throws JMSException {
        acknowledge.run();
        sends.forEach(Runnable::run);
    }
}
