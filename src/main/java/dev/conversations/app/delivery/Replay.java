package dev.conversations.app.delivery;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsEndpoint;

/** Where a dead letter goes when it is to be tried again: the queue that its header names, if a route reads it. */
public final class Replay {
    /** The header that names the queue. */
    public static final String HEADER = "BridgeReplay";

    /**
     * The queue to put it on.
     *
     * @throws Undeliverable when it names none that another route reads
     */
    public String queue(Exchange exchange, String named) throws Undeliverable {
        Set<String> queues = exchange.getContext().getRoutes().stream()
                .filter(route -> !route.getRouteId().equals(exchange.getFromRouteId()))
                .map(Route::getEndpoint)
                .filter(JmsEndpoint.class::isInstance)
                .map(endpoint -> ((JmsEndpoint) endpoint).getDestinationName())
                .collect(Collectors.toCollection(TreeSet::new));
        if (named == null || !queues.contains(named)) {
            throw new Undeliverable("The header " + HEADER + " names no queue that a route reads: it can be "
                    + String.join(", ", queues) + ".");
        }
        return named;
    }
}
