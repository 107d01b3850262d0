// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import dev.conversations.api.operation.Operation;
import dev.conversations.camel.call.Arguments;
import dev.conversations.camel.call.Caller;
import dev.conversations.camel.options.PollConfiguration;
import dev.conversations.camel.options.PollConfiguration.StartFrom;
import dev.conversations.camel.state.Repositories;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/**
 * Polls a list and gives every new item to the route, oldest first. How far it got moves on after every item the route took without
 * failing; an item that fails ends the poll and comes again with the next one.
 */
public final class ConversationsPoller extends ScheduledPollConsumer {

    /** What a poll decides by itself. */
    private static final List<String> OWN = List.of("limit", "streaming", "order", "page", "pageToken");

    private final Operation operation;
    private final Supplier<NewItems> list;
    private final PollConfiguration options;
    private final StateRepository<String, String> states;
    private final String poll;
    private String key;
    private NewItems items;

    private ConversationsPoller(DefaultEndpoint endpoint, Processor processor, Operation operation, Supplier<NewItems> list,
            PollConfiguration options, String poll) {
        super(endpoint, processor);
        this.operation = operation;
        this.list = list;
        this.options = options;
        this.states = options.getStateRepository() == null ? new MemoryStateRepository() : options.getStateRepository();
        this.poll = poll;
    }

    /**
     * A poll of what the URI asks for.
     *
     * @param account makes the calls; is asked for at start
     * @param accountSid the account that is polled; null when its credentials do not tell
     * @throws IllegalArgumentException when the operation is no list, or an option is missing or out of place
     */
    public static ConversationsPoller of(DefaultEndpoint endpoint, Processor processor, Operation operation, Supplier<Caller> account,
            Arguments arguments, PollConfiguration options, String accountSid) {
        Map<String, Object> asked = asked(operation, arguments);
        String poll = CursorKey.of(operation, accountSid, asked);
        return new ConversationsPoller(endpoint, processor, operation, () -> NewItems.of(account.get(), asked), options, poll);
    }

    private static Map<String, Object> asked(Operation operation, Arguments arguments) {
        if (!operation.isList()) {
            throw new IllegalArgumentException("%s is called, so it stands in to; only lists are polled".formatted(operation));
        }
        Map<String, Object> alone = arguments.alone();
        for (String name : OWN) {
            if (alone.containsKey(name)) {
                throw new IllegalArgumentException("A poll of %s takes no option %s: it reads all that is new, oldest first"
                        .formatted(operation, name));
            }
        }
        return alone;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        items = list.get();
    }

    @Override
    protected void doStart() throws Exception {
        Repositories.start(getEndpoint().getCamelContext(), "stateRepository", states);
        key = options.getCursorKey() == null
                ? CursorKeys.of(getEndpoint().getCamelContext()).take(states, poll, getRouteId())
                : options.getCursorKey();
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        if (key != null) {
            CursorKeys.of(getEndpoint().getCamelContext()).give(states, key);
        }
    }

    /** An error would end the schedule, so it ends this poll only. */
    @Override
    protected int poll() throws Exception {
        try {
            return pollOnce();
        } catch (Error e) {
            throw new RuntimeCamelException("A poll of %s ended with an error: %s".formatted(operation, e), e);
        }
    }

    private int pollOnce() throws Exception {
        String cursor = states.getState(key);
        if (cursor == null && options.getStartFrom() == StartFrom.NOW) {
            states.setState(key, items.now());
            forceConsumerAsReady();
            return 0;
        }
        int taken = 0;
        for (Object item : items.after(cursor, options.getMaxMessagesPerPoll())) {
            if (!isPollAllowed() || !took(item)) {
                break;
            }
            cursor = items.moved(cursor, item);
            states.setState(key, cursor);
            taken++;
        }
        forceConsumerAsReady();
        return taken;
    }

    private boolean took(Object item) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(item);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                getExceptionHandler().handleException("The route failed; the item comes again", exchange, exchange.getException());
                return false;
            }
            return true;
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
