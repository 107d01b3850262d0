// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import java.util.Map;

/** A server that an example talks to, in place of a real one. */
interface StandIn extends AutoCloseable {

    /** The settings by which an example finds it. */
    Map<String, String> settings();

    @Override
    void close();
}
