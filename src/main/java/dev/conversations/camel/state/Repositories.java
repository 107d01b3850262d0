// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.state;

import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.Service;
import org.apache.camel.StatefulService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the repositories that options name. The context stops them, so that routes can share them and be restarted
 * without a loss of what they keep; what was started by somebody else is left to them.
 */
public final class Repositories {
    private static final Logger LOG = LoggerFactory.getLogger(Repositories.class);

    private Repositories() {}

    /**
     * Starts a repository unless it is. Where that fails it is tried once more: of nodes that start at once each finds no table, and
     * those that cannot make it, since another has, find it then.
     *
     * @param option that names it
     * @throws RuntimeCamelException naming the option, when it cannot be started
     */
    public static void start(CamelContext context, String option, Service repository) {
        if (context.hasService(repository) || repository instanceof StatefulService service && service.isStarted()) {
            return;
        }
        try {
            added(context, repository);
        } catch (Exception | LinkageError e) {
            throw new RuntimeCamelException(("%s cannot be started: is what the %s needs there, and set up right?"
                    + " See what caused this").formatted(option, repository.getClass().getSimpleName()), e);
        }
    }

    private static void added(CamelContext context, Service repository) throws Exception {
        try {
            context.addService(repository, true, true);
        } catch (Exception | LinkageError first) {
            removed(context, repository);
            try {
                context.addService(repository, true, true);
            } catch (Exception | LinkageError second) {
                removed(context, repository);
                throw second;
            }
        }
    }

    /** So that it is started anew when its route is. */
    private static void removed(CamelContext context, Service repository) {
        try {
            context.removeService(repository);
        } catch (Exception e) {
            LOG.debug("{} not removed", repository.getClass().getName(), e);
        }
    }
}
