// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsEndpoint;

/** Where a dead letter goes when it is to be tried again: home, if the bridge kept it and a route still reads there. */
public final class Replay implements Processor {

    /**
     * Makes home and key those of the letter.
     *
     * @throws Undeliverable when it is no letter of the bridge, or nothing reads at its home
     */
    @Override
    public void process(Exchange exchange) throws Undeliverable {
        Letter letter = exchange.getVariable(Intake.LETTER, Letter.class);
        exchange.setVariable(Intake.HOME, letter == null ? null : letter.home());
        exchange.setVariable(Intake.KEY, letter == null ? null : letter.key());
        if (letter == null) {
            throw new Undeliverable("It is no dead letter that this bridge signed, or it was changed: " + Letter.SEAL
                    + " does not fit. One of an earlier version or secret can be put on its queue by hand.");
        }
        Set<String> queues = queues(exchange.getContext(), exchange.getFromRouteId());
        if (!queues.contains(letter.home())) {
            throw new Undeliverable("No route that runs reads what its header " + Letter.HOME + " names: it can be "
                    + String.join(", ", queues) + ".");
        }
    }

    private static Set<String> queues(CamelContext context, String except) {
        return context.getRoutes().stream()
                .filter(route -> !route.getRouteId().equals(except))
                .filter(route -> context.getRouteController().getRouteStatus(route.getRouteId()).isStarted())
                .filter(route -> route.getEndpoint() instanceof JmsEndpoint)
                .map(route -> ((JmsEndpoint) route.getEndpoint()).getDestinationName())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
