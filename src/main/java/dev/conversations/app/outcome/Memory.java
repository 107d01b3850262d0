// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.app.delivery.MessageKeys;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.service.ServiceHelper;

/** Keys that outlive the process where a property names a repository for them. */
final class Memory {
    private final List<String> settings;
    private IdempotentRepository keys;

    /** @param settings the placeholders of references to the repository, of which the first that is not empty counts */
    Memory(String... settings) {
        this.settings = List.of(settings);
    }

    boolean has(Exchange exchange, String key) throws Exception {
        return keys(exchange.getContext()).contains(exchange, key);
    }

    void add(Exchange exchange, String key) throws Exception {
        IdempotentRepository repository = keys(exchange.getContext());
        repository.add(exchange, key);
        repository.confirm(exchange, key);
    }

    void remove(Exchange exchange, String key) throws Exception {
        IdempotentRepository repository = keys(exchange.getContext());
        if (repository.contains(exchange, key)) {
            repository.remove(exchange, key);
        }
    }

    private synchronized IdempotentRepository keys(CamelContext context) throws Exception {
        if (keys == null) {
            String named = settings.stream().map(context::resolvePropertyPlaceholders).filter(name -> !name.isEmpty())
                    .findFirst().orElse("");
            keys = named.isEmpty() ? MessageKeys.inMemory()
                    : EndpointHelper.resolveReferenceParameter(context, named, IdempotentRepository.class);
            CamelContextAware.trySetCamelContext(keys, context);
            ServiceHelper.startService(keys);
        }
        return keys;
    }
}
