// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.register;

import dev.conversations.api.Timing;
import dev.conversations.api.TwilioException;
import dev.conversations.camel.options.Timings;
import dev.conversations.camel.register.Enrolment.Place;
import dev.conversations.camel.state.Leadership;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Twilio's settings such that the routes get the events they want. It begins once they can be received, tries again while Twilio
 * cannot be reached, and goes back to whoever asks whether all is well. Of the nodes of a cluster one does it.
 */
public final class Registrar extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofMinutes(1);

    private final CamelContext context;
    private final Timing timing;
    private final Set<Enrolment> enrolled = ConcurrentHashMap.newKeySet();
    private final Map<Place, Registered> registered = new ConcurrentHashMap<>();
    private final Map<Place, String> failures = new ConcurrentHashMap<>();
    private final Set<Place> kept = ConcurrentHashMap.newKeySet();
    private final Map<Place, Leadership> leaderships = new ConcurrentHashMap<>();
    private ScheduledExecutorService executor;

    Registrar(CamelContext context) {
        this.context = context;
        this.timing = Timings.of(context);
    }

    /**
     * The one of a Camel context, whatever component or Kamelet its routes are of: two that wrote one setting at once would each undo what
     * the other had just written. It stops with the context.
     */
    public static synchronized Registrar of(CamelContext context) {
        Registrar registrar = context.getCamelContextExtension().getContextPlugin(Registrar.class);
        if (registrar == null) {
            registrar = new Registrar(context);
            context.getCamelContextExtension().addContextPlugin(Registrar.class, registrar);
            try {
                context.addService(registrar, true, false);
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeException(e);
            }
        }
        return registrar;
    }

    /** A setting that is kept. */
    private record Registered(Registration registration, Wish wish) {}

    /** Registers what routes want, those of one place together; returns at once. */
    synchronized void register(Collection<Enrolment> wanted) {
        Map<Place, Registered> settings = new LinkedHashMap<>();
        for (Enrolment enrolment : wanted) {
            enrolled.add(enrolment);
            settings.merge(enrolment.place(), new Registered(enrolment.registration(), enrolment.wish()),
                    (one, other) -> new Registered(one.registration(), one.wish().and(other.wish())));
        }
        settings.forEach((place, setting) -> {
            Registered before = registered.put(place, setting);
            kept.remove(place);
            if (before == null || !before.wish().equals(setting.wish())) {
                stand(place, setting);
            } else if (leaderships.get(place).isHeld()) {
                later(place, setting, Duration.ZERO);
            }
        });
    }

    /** Nodes that want the same leave it to one of them. */
    private void stand(Place place, Registered setting) {
        Leadership leadership = new Leadership(context, place + " " + setting.wish(), () -> later(place, setting, Duration.ZERO));
        ServiceHelper.stopService(leaderships.put(place, leadership));
        ServiceHelper.startService(leadership);
    }

    /** Takes back what a route wanted, if it is the last to want it and its options ask for it; ends once that is done. */
    void unregister(Enrolment enrolment) {
        Registered last = left(enrolment);
        if (last == null || !enrolment.isTakenBack()) {
            return;
        }
        Runnable work = () -> takeBack(enrolment.place(), last);
        try {
            // Where settings are written: what is being written there would else come after this.
            timing.await(executor.submit(work));
        } catch (RejectedExecutionException | CancellationException stopping) {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Webhook registration not taken back: {}", reason(e));
        } catch (ExecutionException e) {
            LOG.warn("Webhook registration not taken back: {}", reason(e.getCause()));
        }
    }

    /** The setting that nobody wants any more now that this route has left; null while another wants it. */
    private synchronized Registered left(Enrolment enrolment) {
        enrolled.remove(enrolment);
        Place place = enrolment.place();
        if (enrolled.stream().anyMatch(other -> other.place().equals(place))) {
            return null;
        }
        Registered last = registered.remove(place);
        ServiceHelper.stopService(leaderships.remove(place));
        kept.remove(place);
        failures.remove(place);
        return last;
    }

    private void takeBack(Place place, Registered setting) {
        if (registered.containsKey(place)) {
            return;
        }
        try {
            setting.registration().remove(setting.wish());
        } catch (Exception | Error e) {
            LOG.warn("Webhook registration not taken back: {}", reason(e));
        }
    }

    /**
     * What is not as the routes want it, asked of Twilio now; in words without personal data. What cannot be asked is not known, unless
     * the last attempt to register failed.
     */
    public List<String> drift() {
        return registered.entrySet().stream().flatMap(entry -> drift(entry.getKey(), entry.getValue())).toList();
    }

    /** How far it got with one setting: {@code pending}, {@code registered}, another node's, or {@code failed} and why. */
    String state(Place place) {
        String failure = failures.get(place);
        Leadership leadership = leaderships.get(place);
        if (leadership != null && !leadership.isHeld()) {
            return "left to another node";
        }
        return failure != null ? "failed, and is tried again: " + failure : kept.contains(place) ? "registered" : "pending";
    }

    private Stream<String> drift(Place place, Registered setting) {
        String failure = failures.get(place);
        if (failure != null) {
            return Stream.of("registration (" + place.level() + ") failed, and is tried again: " + failure);
        }
        try {
            return setting.registration().drift(setting.wish()).stream();
        } catch (IOException | TwilioException e) {
            LOG.debug("Webhook registration cannot be compared: {}", e.getMessage());
            return Stream.empty();
        } catch (RuntimeException | Error e) {
            return Stream.of("registration (" + place.level() + ") cannot be compared: " + reason(e));
        }
    }

    private void later(Place place, Registered setting, Duration wait) {
        try {
            executor.schedule(() -> reconcile(place, setting, wait), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopping: registration of webhooks ends");
        }
    }

    private void reconcile(Place place, Registered setting, Duration waited) {
        Leadership leadership = leaderships.get(place);
        if (registered.get(place) != setting || leadership == null || !leadership.isHeld()) {
            return;
        }
        try {
            String done = setting.registration().reconcile(setting.wish());
            if (registered.get(place) == setting) {
                failures.remove(place);
                kept.add(place);
            }
            LOG.info("Webhook registration ({}): {}", place.level(), done.isEmpty() ? "all is well" : done);
        } catch (Exception | Error e) {
            Duration wait = waited.isZero() ? FIRST_DELAY : waited.multipliedBy(2);
            Duration bounded = wait.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : wait;
            later(place, setting, bounded);
            if (registered.get(place) == setting) {
                kept.remove(place);
                failures.put(place, reason(e));
            }
            LOG.warn("Webhook registration ({}) failed, again in {} s: {}", place.level(), bounded.toSeconds(), reason(e));
        }
    }

    /** What Twilio or the connection says; of anything else, what it is as well. */
    private static String reason(Throwable failure) {
        boolean known = failure instanceof IOException || failure instanceof TwilioException;
        return known && failure.getMessage() != null ? failure.getMessage() : failure.toString();
    }

    @Override
    protected void doStart() {
        executor = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "TwilioRegistration");
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(leaderships.values());
        leaderships.clear();
        if (executor != null) {
            context.getExecutorServiceManager().shutdownNow(executor).stream()
                    .filter(Future.class::isInstance).forEach(waiting -> ((Future<?>) waiting).cancel(false));
        }
    }
}
