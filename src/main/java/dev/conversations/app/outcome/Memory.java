package dev.conversations.app.outcome;

import dev.conversations.app.delivery.MessageKeys;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.service.ServiceHelper;

/** Keys that outlive the process where a property names a repository for them. */
final class Memory {
    private final String setting;
    private IdempotentRepository keys;

    /** @param setting the placeholder of a reference to the repository; empty for none */
    Memory(String setting) {
        this.setting = setting;
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
            String named = context.resolvePropertyPlaceholders(setting);
            keys = named.isEmpty() ? MessageKeys.inMemory()
                    : EndpointHelper.resolveReferenceParameter(context, named, IdempotentRepository.class);
            CamelContextAware.trySetCamelContext(keys, context);
            ServiceHelper.startService(keys);
        }
        return keys;
    }
}
