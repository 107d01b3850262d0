// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.Processor;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;
import org.apache.hc.client5.http.classic.ExecChainHandler;

/** What a node is handed; as it is made, unless somebody puts something else in its place. */
public interface Parts {

    /** All as it is made. */
    Parts SOUND = new Parts() {};

    /** What keeps the claims of events. */
    default IdempotentRepository claims(IdempotentRepository made) {
        return made;
    }

    /** What keeps the keys of creates. */
    default IdempotentRepository keys(IdempotentRepository made) {
        return made;
    }

    default StateRepository<String, String> states(StateRepository<String, String> made) {
        return made;
    }

    /** The way to the API. */
    default ExecChainHandler api(ExecChainHandler made) {
        return made;
    }

    /** The status that a webhook is answered with. */
    default int answer(int made) {
        return made;
    }

    /** The options of the route's begin. */
    default void options(Map<String, Object> options) {
        // as they are
    }

    /** The route's work. */
    default Processor work(Processor made) {
        return made;
    }

    /** A bean of the bridge, or how it finds the lane of a reply. */
    default Object bean(String name, Object made) {
        return made;
    }

    /** Whether the bridge acknowledges what it takes from a queue before the work. */
    default boolean acknowledgesFirst() {
        return false;
    }

    /** Whether what the bridge tells is on its queue before it is remembered that it was told. */
    default boolean sendsAside() {
        return true;
    }

    /** How long a stop waits for what is in work. */
    default Duration patience(Duration made) {
        return made;
    }
}
