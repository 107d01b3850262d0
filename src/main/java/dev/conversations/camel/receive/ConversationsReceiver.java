// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.camel.listen.Answer;
import dev.conversations.camel.observe.Outcomes;
import dev.conversations.camel.observe.WebhookHealthCheck;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.camel.register.Enrolment;
import dev.conversations.camel.state.Claims;
import dev.conversations.camel.state.Repositories;
import dev.conversations.camel.trust.Door;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.ExpectedWebhooks;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Service;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The begin of a route that receives events: takes part in the hub of its path. */
public final class ConversationsReceiver extends DefaultConsumer implements Suspendable, ShutdownAware {
    private static final Logger LOG = LoggerFactory.getLogger(ConversationsReceiver.class);

    private final Subscription subscription;
    private final Enrolment enrolment;
    private final boolean healthChecked;
    private final InWork inWork = new InWork(this);
    private final PreAction pre = new PreAction(this);
    private final PostAction post = new PostAction(this);
    private volatile WebhookHub hub;
    private volatile Claims claims;
    private Future<?> renewals;
    private Service companion;
    private Precedence precedence = Precedence.NONE;

    /**
     * @param subscription what the route receives
     * @param enrolment what it wants of Twilio's settings
     * @param healthChecked whether it takes part in health checks
     */
    public ConversationsReceiver(
            Endpoint endpoint, Processor processor, Subscription subscription, Enrolment enrolment, boolean healthChecked) {
        super(endpoint, processor);
        this.subscription = subscription;
        this.enrolment = enrolment;
        this.healthChecked = healthChecked;
    }

    /**
     * Has something run beside the route, from when events can come until it stops.
     *
     * @param before has those events of which webhooks tell come in order
     */
    public void accompany(Service newCompanion, Precedence before) {
        companion = newCompanion;
        precedence = before;
    }

    /** Runs what waits for events to be worked on. */
    public void execute(Runnable work) {
        hub.executor().execute(work);
    }

    /** Lets the companion begin. */
    void opened() {
        ServiceHelper.startService(companion);
    }

    /** Ends the companion, and wants nothing of Twilio any more. */
    void closed() {
        ServiceHelper.stopService(companion);
        enrolment.end();
    }

    WebhookConfiguration options() {
        return subscription.options();
    }

    Set<EventType> events() {
        return subscription.events();
    }

    boolean wants(EventType event) {
        return subscription.wants(event);
    }

    Door door() {
        return subscription.door();
    }

    Enrolment enrolment() {
        return enrolment;
    }

    /** What it wants Twilio to send. */
    ExpectedWebhooks.Route expected() {
        return new ExpectedWebhooks.Route(getRouteId(), subscription.publicUrl(), events(), enrolment.state());
    }

    /** Is told which hub it takes part in, before events come from it. */
    void join(WebhookHub joined) {
        IdempotentRepository own = options().getIdempotentRepository();
        claims = new Claims(own == null ? joined.repository() : own, joined.timing(),
                Duration.ofMillis(options().getClaimTerm()));
        hub = joined;
    }

    WebhookHub hub() {
        return hub;
    }

    Outcomes outcomes() {
        return hub.outcomes();
    }

    /** The events that the route has in work. */
    InWork inWork() {
        return inWork;
    }

    /** Remembers which events this route had. */
    Claims claims() {
        return claims;
    }

    /** Whether events can be taken: its route runs, and so does the context. */
    public boolean isReady() {
        return context().isStarted() && isRunning() && !isSuspendingOrSuspended();
    }

    /** Whether its route runs, or is about to. */
    boolean isRunning() {
        return isRunAllowed();
    }

    /** Asks the route what to answer to a pre-action event. */
    CompletableFuture<Answer> ask(WebhookEvent event, EventType type, long arrived) {
        return pre.ask(event, type, arrived);
    }

    /** Tells the route of a post-action event. */
    CompletableFuture<Answer> tell(Delivery delivery) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        precedence.after(delivery.event(), () -> post.tell(delivery, answer).thenApply(Answer.OK::equals))
                .whenComplete((done, failure) -> answer.complete(Answer.BUSY));
        return answer;
    }

    /** Tells the route of a post-action event that nobody waits for. Whether it has finished it, now or before. */
    public CompletableFuture<Boolean> finish(WebhookEvent event) {
        return post.tell(new Delivery(event, null), new CompletableFuture<>()).thenApply(Answer.OK::equals);
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return inWork.count();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // Nothing is held back: what was taken in is in work.
    }

    /** A route that is never started is nonetheless there: this is all that it hears. */
    @Override
    public void setRouteId(String routeId) {
        super.setRouteId(routeId);
        takePart();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        takePart();
    }

    private void takePart() {
        if (hub == null) {
            WebhookHubs.of(context()).join(this);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (options().getIdempotentRepository() != null) {
            Repositories.start(context(), "idempotentRepository", options().getIdempotentRepository());
        }
        WebhookHubs.of(context()).open(hub);
        long renewal = claims.renewal().toMillis();
        if (renewals == null) {
            renewals = hub.timer().scheduleWithFixedDelay(post::renew, renewal, renewal, TimeUnit.MILLISECONDS);
        }
        if (healthChecked) {
            setHealthCheck(new WebhookHealthCheck(getRouteId(), hub.path(), hub.outcomes(), enrolment::drift,
                    enrolment::state, hub.timing()));
        }
        if (!options().isValidateSignature()) {
            LOG.warn("Route {} receives webhooks at {} from anyone: validateSignature=false", getRouteId(), hub.path());
        }
    }

    @Override
    protected void doStop() throws Exception {
        closed();
        super.doStop();
    }

    /** A route that is stopped may be started again: it is gone only now. */
    @Override
    protected void doShutdown() throws Exception {
        if (renewals != null) {
            renewals.cancel(false);
            renewals = null;
        }
        WebhookHubs.of(context()).leave(this);
        super.doShutdown();
    }

    private CamelContext context() {
        return getEndpoint().getCamelContext();
    }
}
