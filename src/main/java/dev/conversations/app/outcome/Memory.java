// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.app.delivery.MessageKeys;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
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
        return asked(exchange, repository -> repository.contains(exchange, key));
    }

    void add(Exchange exchange, String key) throws Exception {
        asked(exchange, repository -> {
            repository.add(exchange, key);
            return repository.confirm(exchange, key);
        });
    }

    void remove(Exchange exchange, String key) throws Exception {
        asked(exchange, repository -> repository.contains(exchange, key) && repository.remove(exchange, key));
    }

    /** @throws IOException when the repository is away, so that it is asked again like all that is out of reach */
    private boolean asked(Exchange exchange, Predicate<IdempotentRepository> question) throws Exception {
        IdempotentRepository repository = keys(exchange.getContext());
        try {
            return question.test(repository);
        } catch (RuntimeException e) {
            throw new IOException("the repository of what was told is away (%s)".formatted(e.getClass().getName()), e);
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
