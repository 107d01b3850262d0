// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

/** What the tables are made with. */
record Parts(Calls calls, Webhooks webhooks, Growth growth, Traffic traffic) implements AutoCloseable {

    static Parts start() throws Exception {
        return new Parts(Calls.start(), Webhooks.start(), new Growth(), new Traffic());
    }

    @Override
    public void close() throws Exception {
        try (calls; webhooks; growth; traffic) {
            System.out.flush();
        }
    }
}
