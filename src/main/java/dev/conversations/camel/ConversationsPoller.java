package dev.conversations.camel;

import dev.conversations.camel.PollConfiguration.StartFrom;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Polls a list and gives every new item to the route, oldest first. How far it got moves on after every item the route took without
 * failing; an item that fails ends the poll and comes again with the next one.
 */
final class ConversationsPoller extends ScheduledPollConsumer {

    private final PollConfiguration configuration;
    private final StateRepository<String, String> states;
    private final String key;
    private final NewItems items;

    /** @param key under which the states hold this poll's cursor */
    ConversationsPoller(
            ConversationsEndpoint endpoint, Processor processor, PollConfiguration configuration,
            StateRepository<String, String> states, String key, NewItems items) {
        super(endpoint, processor);
        this.configuration = configuration;
        this.states = states;
        this.key = key;
        this.items = items;
    }

    @Override
    protected int poll() throws Exception {
        String cursor = states.getState(key);
        if (cursor == null && configuration.getStartFrom() == StartFrom.NOW) {
            states.setState(key, items.now());
            forceConsumerAsReady();
            return 0;
        }
        int taken = 0;
        for (Object item : items.after(cursor, configuration.getMaxMessagesPerPoll())) {
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

    @Override
    protected void doStart() throws Exception {
        states.start();
        super.doStart();
    }
}
