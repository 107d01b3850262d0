// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.api.Pages;
import dev.conversations.api.Timing;
import dev.conversations.api.operation.Operation;
import dev.conversations.camel.call.Caller;
import dev.conversations.camel.call.StoppableTiming;
import dev.conversations.camel.options.PollConfiguration;
import dev.conversations.camel.options.PollConfiguration.StartFrom;
import dev.conversations.camel.poll.CursorKeys;
import dev.conversations.camel.receive.ConversationsReceiver;
import dev.conversations.camel.receive.Subscription;
import dev.conversations.camel.state.Fingerprint;
import dev.conversations.camel.state.Leadership;
import dev.conversations.camel.state.Outage;
import dev.conversations.camel.state.Repositories;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs beside a route that receives events: at its start and from time to time it looks for what was made and of which no webhook told,
 * and gives the route an event for each. Webhook and repair claim an event under one key, so only one of them has it worked on.
 */
public final class Repair extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(Repair.class);
    private static final String BEGIN = "begin";
    private static final String LOOKED = "looked";
    /** So many conversations are looked into at once. */
    private static final int AT_ONCE = 4;

    private final ConversationsReceiver receiver;
    private final Subscription subscription;
    private final PollConfiguration keeping;
    private final StateRepository<String, String> states;
    private final List<Service> services;
    private final String name;
    private final StoppableTiming timing;
    private final Outage outage = new Outage(LOG, "cannot be repaired, so events may be missing", "is repaired again");
    private volatile Cursors cursors;
    private volatile Instant begin;
    private Leadership leadership;
    private ScheduledExecutorService timer;
    private ExecutorService workers;

    private Repair(ConversationsReceiver receiver, Subscription subscription, PollConfiguration keeping, List<Service> services,
            String name, StoppableTiming timing) {
        this.receiver = receiver;
        this.subscription = subscription;
        this.keeping = keeping;
        this.states = keeping.getStateRepository() == null ? new MemoryStateRepository() : keeping.getStateRepository();
        this.services = services;
        this.name = name;
        this.timing = timing;
    }

    /**
     * Has what a route receives repaired; of several events those that can be.
     *
     * @param keeping where it is kept how far that got
     * @param services whose conversations are looked into; null is the default one
     * @param accountSid null when the credentials do not tell it
     * @param callers makes the calls of an operation, in bulk
     * @param clock of the context
     * @throws IllegalArgumentException when the one event that the route receives cannot be repaired, or an option is wrong
     */
    public static void beside(ConversationsReceiver receiver, Subscription subscription, PollConfiguration keeping, List<String> services,
            String accountSid, Function<Operation, Caller> callers, Timing clock) {
        require(subscription.options().getRepairDelay() > 0, "repairDelay must be longer than 0");
        boolean can = Round.canRepair(subscription.events());
        require(can || subscription.events().size() > 1 || subscription.options().getOnly() != null,
                "repair finds what onMessageAdded, onParticipantAdded, onConversationAdded and onDeliveryUpdated tell of, and this route receives none of"
                + " them: leave repair out, or say repair=false where the component has it on");
        StoppableTiming timing = new StoppableTiming(clock);
        Function<Operation, Caller> stoppable = operation -> callers.apply(operation).in(timing);
        String name = "repair " + Fingerprint.of(String.valueOf(accountSid), services.toString(),
                String.valueOf(subscription.options().getRegistrationConversationSid()));
        if (can) {
            Repair repair = new Repair(receiver, subscription, keeping,
                    services.stream().map(service -> Service.of(new Twilio(stoppable, service))).toList(), name, timing);
            receiver.accompany(repair, new Sequence(repair.new Messages(), repair::isFinishedHere, receiver::execute,
                    subscription.options().getMaxInFlight()));
        }
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    protected void doStart() {
        CamelContext context = receiver.getEndpoint().getCamelContext();
        Repositories.start(context, "stateRepository", states);
        String key = keeping.getCursorKey() == null
                ? CursorKeys.of(context).take(states, name, receiver.getRouteId()) : keeping.getCursorKey();
        cursors = new Cursors(states, key);
        begin = begin(timing.now());
        timing.start();
        workers = context.getExecutorServiceManager().newFixedThreadPool(this, "TwilioRepairWorker", AT_ONCE);
        timer = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "TwilioRepair");
        leadership = new Leadership(context, key, () -> timer.execute(this::look));
        long delay = subscription.options().getRepairDelay();
        timer.scheduleWithFixedDelay(this::look, delay, delay, TimeUnit.MILLISECONDS);
        ServiceHelper.startService(leadership);
    }

    /** What is under way ends by itself: an interruption could break a repository. */
    @Override
    protected void doStop() {
        CamelContext context = receiver.getEndpoint().getCamelContext();
        timing.stop();
        ServiceHelper.stopService(leadership);
        context.getExecutorServiceManager().shutdown(timer);
        context.getExecutorServiceManager().shutdown(workers);
        forget();
        if (cursors != null) {
            CursorKeys.of(context).give(states, cursors.key());
        }
    }

    /** An error would end the schedule, so it ends this look only. */
    private void look() {
        if (!leadership.isHeld()) {
            forget();
        } else if (isWanted()) {
            try {
                lookThrough();
                outage.over(receiver.getRouteId());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception | Error e) {
                if (isWanted()) {
                    outage.met(receiver.getRouteId(), e);
                }
            }
        }
    }

    private void lookThrough() throws Exception {
        Instant now = timing.now().truncatedTo(ChronoUnit.SECONDS);
        begin = begin(now);
        Instant looked = cursors.instant(LOOKED, begin);
        boolean settled = true;
        for (Service service : services) {
            List<Map<String, Object>> due = service.due(subscription.options().getRegistrationConversationSid(), looked);
            Round round = new Round(service.twilio(), service.deliveries(), subscription.events(), service.roster(), cursors, Span.of(begin, now), this::isFinished, this::isWanted);
            settled &= round.run(due, workers, timing);
        }
        if (settled) {
            cursors.keep(LOOKED, now);
        }
    }

    private Instant begin(Instant now) {
        return cursors.instant(BEGIN, keeping.getStartFrom() == StartFrom.NOW ? now.truncatedTo(ChronoUnit.SECONDS) : Instant.EPOCH);
    }

    private void forget() {
        services.forEach(service -> service.look().forget());
    }

    private boolean isFinished(WebhookEvent event) throws InterruptedException {
        return leadership.isHeld() && isFinishedHere(event);
    }

    /** On any node: what lies before an event of which a webhook tells is worked on where the webhook came. */
    private boolean isFinishedHere(WebhookEvent event) throws InterruptedException {
        try {
            return isRunAllowed() && receiver.isReady() && timing.await(receiver.finish(event));
        } catch (ExecutionException e) {
            throw new IllegalStateException("An event cannot be told", e.getCause());
        }
    }

    private boolean isWanted() {
        return isRunAllowed() && leadership.isHeld() && receiver.isReady();
    }

    /** The messages of conversations, for those of which webhooks tell. */
    private final class Messages implements Sequence.Source {

        @Override
        public boolean isOpen() {
            return begin != null && isRunAllowed() && receiver.isReady();
        }

        @Override
        public Optional<Pages> newest(WebhookEvent event, int pageSize) {
            return service(event).map(service -> service.twilio().newest(event.conversationSid(), Strand.MESSAGES, pageSize));
        }

        @Override
        public Long settled(String conversation) {
            String cursor = cursors.get(conversation, Strand.MESSAGES);
            return cursor == null ? null : Long.valueOf(cursor.split(" ", 2)[0]);
        }

        @Override
        public boolean isOld(Object message) {
            return Span.of(begin, begin).isBefore(message);
        }

        @Override
        public void lookInto(WebhookEvent event) {
            service(event).ifPresent(service -> service.roster().unsettled(event.conversationSid()));
        }

        @Override
        public Instant now() {
            return timing.now();
        }

        @Override
        public void pause(Duration length) throws InterruptedException {
            timing.sleep(length);
        }

        private Optional<Service> service(WebhookEvent event) {
            return services.stream().filter(service -> service.has(event)).findFirst();
        }
    }
}
