// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.api.Timing;
import dev.conversations.camel.listen.ExchangeListener;
import dev.conversations.camel.listen.ServletListener;
import dev.conversations.camel.listen.VertxListener;
import dev.conversations.camel.listen.WebhookHeaders;
import dev.conversations.camel.observe.Outcomes;
import dev.conversations.camel.observe.WatchedPath;
import dev.conversations.camel.options.Timings;
import dev.conversations.camel.register.Enrolment;
import dev.conversations.camel.trust.Door;
import dev.conversations.camel.trust.RefusalLog;
import dev.conversations.webhook.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;

/** One path of the HTTP server and the routes behind it: Twilio knows one URL, however many routes there are. */
final class WebhookHub implements WatchedPath {
    /** How many keys are remembered for routes that name no repository of their own. */
    private static final int REMEMBERED = 10_000;
    private static final String SERVER = "platform-http";

    private final String path;
    private final CamelContext context;
    private final RefusalLog log;
    private final Timing timing;
    private final Outcomes outcomes;
    private final IdempotentRepository repository = MemoryIdempotentRepository.memoryIdempotentRepository(REMEMBERED);
    private final WebhookReception reception;
    private volatile Behind behind = Behind.of(List.of());
    private Consumer http;
    private ExecutorService executor;
    private ScheduledExecutorService timer;

    /**
     * The routes behind a path, exchanged as a whole: no event meets a moment at which a route that is started again is not there.
     *
     * @param doors of the routes; those of equal settings are one
     * @param maxBodySize the longest body that one of them accepts, in bytes
     */
    record Behind(List<ConversationsReceiver> receivers, List<Door> doors, int maxBodySize) {
        static Behind of(List<ConversationsReceiver> receivers) {
            return new Behind(List.copyOf(receivers), receivers.stream().map(ConversationsReceiver::door).distinct().toList(),
                    receivers.stream().mapToInt(receiver -> receiver.options().getMaxBodySize()).max().orElse(0));
        }
    }

    WebhookHub(String path, CamelContext context) {
        this.path = path;
        this.context = context;
        this.timing = Timings.of(context);
        this.log = new RefusalLog(path, timing);
        this.outcomes = new Outcomes(timing);
        this.reception = new WebhookReception(this);
    }

    @Override
    public String path() {
        return path;
    }

    Timing timing() {
        return timing;
    }

    @Override
    public Outcomes outcomes() {
        return outcomes;
    }

    RefusalLog log() {
        return log;
    }

    @Override
    public String lastRefusal() {
        return log.last();
    }

    @Override
    public List<WatchedRoute> routes() {
        return receivers().stream().map(receiver -> new WatchedRoute(
                receiver.getRouteId(),
                receiver.events().stream().map(EventType::event).toList(),
                receiver.door().toString(),
                receiver.enrolment().state(),
                receiver.inWork().count(),
                receiver.isSuspendingOrSuspended())).toList();
    }

    /** Whether there are routes behind it. */
    boolean isNeeded() {
        return !receivers().isEmpty();
    }

    List<ConversationsReceiver> receivers() {
        return behind.receivers();
    }

    /** The routes and their doors at one moment. */
    Behind behind() {
        return behind;
    }

    /** Runs the routes; how many at once, each route bounds. */
    ExecutorService executor() {
        return executor;
    }

    /** Tells when time is over. */
    ScheduledExecutorService timer() {
        return timer;
    }

    /** Remembers for routes that name no repository of their own. */
    IdempotentRepository repository() {
        return repository;
    }

    /** The longest body that one of the routes accepts, in bytes. */
    int maxBodySize() {
        return behind.maxBodySize();
    }

    /**
     * Takes a receiver in, whether its route runs or not. A route that is started again has another receiver.
     *
     * @throws IllegalArgumentException when it would be the second to answer a pre-action event
     */
    void add(ConversationsReceiver receiver) {
        List<ConversationsReceiver> together = new ArrayList<>(receivers());
        together.removeIf(earlier -> !earlier.isRunning()
                && earlier.getRouteId() != null && earlier.getRouteId().equals(receiver.getRouteId()));
        for (EventType event : receiver.events()) {
            Optional<ConversationsReceiver> other =
                    together.stream().filter(known -> event.before() && known.wants(event)).findFirst();
            if (other.isPresent()) {
                throw new IllegalArgumentException("Two routes for " + event.event() + " at " + path + ", "
                        + other.get().getRouteId() + " and " + receiver.getRouteId()
                        + ": a pre-action event can have one answer; join them, or give one another path");
            }
        }
        receiver.join(this);
        together.add(receiver);
        behind = Behind.of(together);
    }

    /** Lets a receiver go; after the last one nothing listens, but what was counted and remembered stays. */
    void remove(ConversationsReceiver receiver) {
        List<ConversationsReceiver> others = new ArrayList<>(receivers());
        boolean removed = others.remove(receiver);
        behind = Behind.of(others);
        if (removed && others.isEmpty() && http != null) {
            ServiceHelper.stopAndShutdownServices(http);
            context.getExecutorServiceManager().shutdownGraceful(executor);
            context.getExecutorServiceManager().shutdownNow(timer);
            http = null;
        }
    }

    /** Prepares to listen; fails where there is no server. */
    void prepare() {
        if (http == null) {
            http = listener();
            executor = context.getExecutorServiceManager().newCachedThreadPool(this, "TwilioWebhook");
            timer = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "TwilioWebhookTimer");
        }
    }

    /** Begins to listen, and then lets Twilio know what the routes that run want. */
    void open() {
        prepare();
        ServiceHelper.startService(http);
        List<ConversationsReceiver> running = receivers().stream().filter(ConversationsReceiver::isRunning).toList();
        Enrolment.begin(running.stream().map(ConversationsReceiver::enrolment).toList());
        running.forEach(ConversationsReceiver::opened);
        // Of those that stopped meanwhile some may have begun after their end.
        running.stream().filter(receiver -> !receiver.isRunning()).forEach(ConversationsReceiver::closed);
    }

    private Consumer listener() {
        try {
            PlatformHttpComponent server = server();
            Map<String, Object> options = new LinkedHashMap<>();
            options.put("httpMethodRestrict", "GET,POST");
            options.put("useBodyHandler", "false");
            String uri = SERVER + ":" + path;
            PlatformHttpEndpoint endpoint = (PlatformHttpEndpoint) server.createEndpoint(uri, options);
            endpoint.setHeaderFilterStrategy(new WebhookHeaders());
            server.getEndpointPropertyConfigurer().configure(context, endpoint, "populateBodyWithForm", false, true);
            endpoint.setPlatformHttpEngine(engine());
            Consumer consumer = endpoint.createConsumer(new ExchangeListener(reception));
            ServiceHelper.initService(consumer);
            return consumer;
        } catch (Exception e) {
            throw new RuntimeCamelException("Cannot listen for webhooks at " + path + ": is there an HTTP server?"
                    + " With camel-main, add camel-platform-http-main and set camel.server.enabled=true", e);
        }
    }

    /**
     * Camel's component for HTTP servers. Where resolving it is what starts the server, as with Camel's JBang, the server
     * asks for the component in turn, so it must not be in creation then.
     */
    private PlatformHttpComponent server() throws Exception {
        if (context.hasComponent(SERVER) == null) {
            PluginHelper.getComponentResolver(context).resolveComponent(SERVER, context);
        }
        return context.getComponent(SERVER, PlatformHttpComponent.class);
    }

    /** The engine that hands over requests as they are; null where the server there is none that we know. */
    private PlatformHttpEngine engine() {
        PlatformHttpEngine engine = has("io.vertx.ext.web.RoutingContext")
                ? VertxListener.engine(context, reception)
                : null;
        return engine == null && has("org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine")
                ? ServletListener.engine(context, reception)
                : engine;
    }

    private boolean has(String type) {
        return context.getClassResolver().resolveClass(type) != null;
    }
}
