// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

import dev.conversations.api.Timing;
import org.apache.camel.CamelContext;

/** Where the time of a Camel context comes from. */
public final class Timings {

    private Timings() {}

    /** The one that is bound in the registry; the machine's without one. */
    public static Timing of(CamelContext context) {
        Timing bound = context.getRegistry().findSingleByType(Timing.class);
        return bound == null ? Timing.SYSTEM : bound;
    }
}
