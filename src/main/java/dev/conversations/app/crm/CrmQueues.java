// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsEndpoint;

/** The queues from which routes make entries in CRMs. */
public final class CrmQueues {

    /** Their names, which all begin with {@code bridge.queue.crm}; none where no CRM is enabled. */
    public List<String> names(Exchange exchange) {
        String prefix = exchange.getContext().resolvePropertyPlaceholders("{{bridge.queue.crm}}") + ".";
        return exchange.getContext().getRoutes().stream().map(Route::getEndpoint)
                .filter(JmsEndpoint.class::isInstance).map(from -> ((JmsEndpoint) from).getDestinationName())
                .filter(name -> name.startsWith(prefix)).distinct().toList();
    }
}
