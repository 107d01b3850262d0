// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples.run;

import java.util.Map;

/** A server that an example talks to, in place of a real one. */
public interface StandIn extends AutoCloseable {

    /** The settings by which an example finds it. */
    Map<String, String> settings();

    @Override
    void close();
}
