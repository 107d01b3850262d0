package dev.conversations.camel;

import dev.conversations.api.Operation;
import dev.conversations.api.Pages;
import dev.conversations.api.TwilioClient;
import dev.conversations.camel.PollConfiguration.StartFrom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;

import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.processor.state.MemoryStateRepository;

/**
 * Polls a list and gives every new item to the route, oldest first. How far it got moves on after every item the route took without
 * failing; an item that fails ends the poll and comes again with the next one.
 */
final class ConversationsPoller extends ScheduledPollConsumer {

    /** What a poll decides by itself. */
    private static final List<String> OWN = List.of("limit", "streaming", "order", "page", "pageToken");

    private final Operation operation;
    private final Map<String, Object> arguments;
    private StateRepository<String, String> states;
    private NewItems items;

    private ConversationsPoller(
            ConversationsEndpoint endpoint, Processor processor, Operation operation, Map<String, Object> arguments) {
        super(endpoint, processor);
        this.operation = operation;
        this.arguments = arguments;
    }

    /** @throws IllegalArgumentException when the operation is no list, or an option is missing or out of place */
    static ConversationsPoller of(ConversationsEndpoint endpoint, Processor processor, Operation operation, Arguments arguments) {
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
        return new ConversationsPoller(endpoint, processor, operation, alone);
    }

    @Override
    public ConversationsEndpoint getEndpoint() {
        return (ConversationsEndpoint) super.getEndpoint();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        ConversationsConfiguration options = getEndpoint().getConfiguration();
        TwilioClient client = getEndpoint().getComponent().client(options);
        items = operation.cursor() == null
                ? new NewByDate(() -> new Pages(client, operation, arguments, options.retryPolicy(), Long.MAX_VALUE))
                : new NewByIndex(operation, more -> {
                    Map<String, Object> all = new HashMap<>(arguments);
                    all.putAll(more);
                    return new Pages(client, operation, all, options.retryPolicy(), Long.MAX_VALUE);
                });
        states = getEndpoint().getPoll().getStateRepository();
        if (states == null) {
            states = new MemoryStateRepository();
        }
    }

    @Override
    protected void doStart() throws Exception {
        Repositories.start(getEndpoint().getCamelContext(), "stateRepository", states);
        super.doStart();
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
        PollConfiguration configuration = getEndpoint().getPoll();
        String key = key();
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

    /** The key of this poll's cursor: what is polled, as whom; addresses and the like are hashed. */
    private String key() {
        String given = getEndpoint().getPoll().getCursorKey();
        return given != null ? given : CursorKey.of(operation, getEndpoint().getConfiguration().getAccountSid(), arguments);
    }
}
