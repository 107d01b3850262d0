// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import dev.conversations.camel.ConversationsComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;

/** What a node is there for. */
abstract class Duty {

    /** Gives a context that is not yet started its routes, and what they need. */
    abstract void begin(CamelContext context, ConversationsComponent component) throws Exception;

    /** The route that an operator stops and starts. */
    abstract String route();

    /** How the begin of each route takes webhooks in. */
    static Map<String, Object> options(World world) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("publicUrl", World.PUBLIC_URL);
        options.put("registration", "ACCOUNT");
        options.put("webhookKeys", world.keys());
        options.put("claimTerm", World.TERM.toMillis());
        return options;
    }
}
