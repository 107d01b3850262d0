package dev.conversations.camel;

import dev.conversations.api.TwilioClient;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The begin of a route that receives events: takes part in the hub of its path. */
final class ConversationsReceiver extends DefaultConsumer implements Suspendable, ShutdownAware {
    private static final Logger LOG = LoggerFactory.getLogger(ConversationsReceiver.class);

    private final ConversationsEndpoint endpoint;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Set<EventType> events;
    private final Door door;
    private final PreAction pre = new PreAction(this);
    private final PostAction post = new PostAction(this);
    private volatile WebhookHub hub;

    /** @throws IllegalArgumentException when an option of the endpoint is wrong or missing */
    ConversationsReceiver(ConversationsEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.events = events(endpoint.event(), options().getOnly());
        Registration.check(options(), events);
        this.door = Door.of(options(), endpoint.getConfiguration().getAuthToken());
    }

    WebhookConfiguration options() {
        return endpoint.getWebhook();
    }

    Set<EventType> events() {
        return events;
    }

    boolean wants(EventType event) {
        return events.contains(event);
    }

    Door door() {
        return door;
    }

    /** What Twilio is told as its URL. */
    String publicUrl() {
        return Door.publicUrl(options());
    }

    ConversationsConfiguration connection() {
        return endpoint.getConfiguration();
    }

    TwilioClient client() {
        return endpoint.getComponent().client(connection());
    }

    Registrar registrar() {
        return endpoint.getComponent().registrar();
    }

    /** Is told which hub it takes part in, before events come from it. */
    void enter(WebhookHub joined) {
        hub = joined;
    }

    WebhookHub hub() {
        return hub;
    }

    Outcomes outcomes() {
        return hub.outcomes();
    }

    /** How many events the route has in work. */
    int inFlight() {
        return inFlight.get();
    }

    /** Remembers which events this route had. */
    Claims claims() {
        IdempotentRepository own = options().getIdempotentRepository();
        return new Claims(own == null ? hub.repository() : own, Clock.systemUTC());
    }

    /** Whether an event cannot be taken now. */
    boolean isBusy() {
        boolean stopping = !endpoint.getCamelContext().isStarted() || !isRunAllowed();
        return stopping || isSuspendingOrSuspended() || inFlight.get() >= options().getMaxInFlight();
    }

    /** Asks the route what to answer to a pre-action event. */
    Answer ask(WebhookEvent event, EventType type) throws InterruptedException {
        return pre.ask(event, type);
    }

    /** Tells the route of a post-action event. */
    CompletableFuture<Answer> tell(Delivery delivery) {
        return post.tell(delivery);
    }

    /** Begins an exchange for an event; {@link #end} must follow. */
    Exchange begin(WebhookEvent event) {
        inFlight.incrementAndGet();
        Exchange exchange = createExchange(false);
        describe(event, exchange.getIn());
        return exchange;
    }

    void end(Exchange exchange) {
        if (exchange.getUnitOfWork() != null) {
            doneUoW(exchange);
        }
        releaseExchange(exchange, false);
        inFlight.decrementAndGet();
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return inFlight.get();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // Nothing is held back: what was taken in is in work.
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (options().getIdempotentRepository() != null) {
            Repositories.start(endpoint.getCamelContext(), "idempotentRepository", options().getIdempotentRepository());
        }
        WebhookHubs.of(endpoint.getCamelContext()).join(this);
        if (endpoint.getComponent().isHealthCheckConsumerEnabled()) {
            setHealthCheck(new WebhookHealthCheck(this));
        }
        if (!options().isValidateSignature()) {
            LOG.warn("Route {} receives webhooks at {} from anyone: validateSignature=false", getRouteId(), hub.path());
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (hub != null) {
            registrar().unregister(this);
        }
        WebhookHubs.of(endpoint.getCamelContext()).leave(this);
        super.doStop();
    }

    /** Makes an event what a message holds. */
    static void describe(WebhookEvent event, Message message) {
        message.setBody(event);
        set(message, ConversationsHeaders.EVENT_TYPE, event.eventType());
        set(message, ConversationsHeaders.EVENT_ACCOUNT_SID, event.accountSid());
        set(message, ConversationsHeaders.EVENT_CHAT_SERVICE_SID, event.chatServiceSid());
        set(message, ConversationsHeaders.EVENT_CONVERSATION_SID, event.conversationSid());
        set(message, ConversationsHeaders.EVENT_MESSAGE_SID, event.messageSid());
        set(message, ConversationsHeaders.EVENT_PARTICIPANT_SID, event.participantSid());
        set(message, ConversationsHeaders.EVENT_USER_SID, event.userSid());
    }

    private static void set(Message message, String header, String value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }

    /** The events to receive: the one that the URI names, or those post-action events that {@code only} chooses. */
    static Set<EventType> events(Optional<EventType> event, String only) {
        if (event.isPresent()) {
            if (only != null) {
                throw new IllegalArgumentException("only goes with events/all; this is events/" + event.get().event());
            }
            return EnumSet.of(event.get());
        }
        Set<EventType> after = EnumSet.allOf(EventType.class);
        after.removeIf(EventType::before);
        return only == null ? after : Arrays.stream(only.split(","))
                .map(String::strip)
                .map(name -> EventType.of(name).filter(after::contains).orElseThrow(() -> noPostAction(name, after)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
    }

    private static IllegalArgumentException noPostAction(String name, Set<EventType> after) {
        return new IllegalArgumentException("only=" + name + " is no post-action event: choose from "
                + after.stream().map(EventType::event).collect(Collectors.joining(", ")));
    }
}
