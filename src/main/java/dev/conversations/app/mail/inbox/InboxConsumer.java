// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

import dev.conversations.app.delivery.Reasons;
import dev.conversations.app.mail.arrival.Arrivals;
import dev.conversations.app.mail.arrival.ArrivedMail;
import dev.conversations.app.mail.inbox.Readers.Reading;
import dev.conversations.app.work.Lanes;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.util.IOHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads mails one after the other and has them worked on in lanes: those of a conversation in their order, several
 * conversations at once, and all strangers in one. One whose reading takes long is read to its end beside the others, on the
 * connection that it has, while they get another. A mail is marked as
 * read once its work is done. One that the server does not give, or that breaks the connection, is tried again after all
 * others; after a few tries it is let through without its source.
 */
final class InboxConsumer extends ScheduledPollConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(InboxConsumer.class);
    private static final long PATIENCE_MILLIS = 1_000;

    private final InboxEndpoint endpoint;
    private volatile Inbox inbox;
    private volatile Turns turns;
    private ExecutorService workers;
    private ExecutorService reading;
    private Readers readers;
    private Lanes lanes;
    private String mailbox;
    private boolean waits;

    InboxConsumer(InboxEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.inbox = inbox();
        setExceptionHandler(new Unread());
    }

    private Inbox inbox() {
        return new Inbox(endpoint.way(), endpoint.getComponent().timing());
    }

    @Override
    protected void doStart() throws Exception {
        workers = endpoint.getCamelContext().getExecutorServiceManager()
                .newFixedThreadPool(this, endpoint.toString(), endpoint.way().atOnce());
        reading = endpoint.getCamelContext().getExecutorServiceManager()
                .newFixedThreadPool(this, endpoint + " reader", Readers.THREADS);
        readers = new Readers(reading);
        lanes = new Lanes(workers);
        turns = new Turns(endpoint.getComponent().timing(), Duration.ofMillis(endpoint.getDelay()));
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(workers, PATIENCE_MILLIS);
        endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(reading);
        try {
            mark();
        } catch (MessagingException | RuntimeException e) {
            LOG.debug("What is done is marked as read by whoever reads it again: {}", Reasons.of(e));
        }
        inbox.close();
    }

    @Override
    protected int poll() throws Exception {
        if (!isOurs()) {
            return 0;
        }
        inbox.open();
        forceConsumerAsReady();
        int all = 0;
        int taken;
        do {
            mark();
            taken = isPollAllowed() ? take() : 0;
            all += taken;
        } while (taken > 0 || turns.awaitDone());
        return all;
    }

    private boolean isOurs() {
        if (mailbox == null) {
            mailbox = endpoint.way().mailbox();
        }
        boolean ours = endpoint.getComponent().isOurs(mailbox);
        if (!ours && !waits) {
            LOG.warn("The mailbox is not read: another process does, or the broker is away and cannot tell.");
        }
        waits = !ours;
        return ours;
    }

    private void mark() throws MessagingException {
        List<Place> done = turns.done();
        if (!done.isEmpty()) {
            inbox.open();
            inbox.markRead(done);
            turns.marked(done);
        }
    }

    /** Takes the next few mails; tells how many were at least tried. */
    private int take() throws MessagingException {
        List<Place> unread = inbox.unread();
        Set<Place> answers = unread.size() < 2 ? Set.of() : inbox.unread(endpoint.getComponent().answers());
        int taken = 0;
        for (Place place : turns.next(unread, answers)) {
            if (!isPollAllowed()) {
                break;
            }
            taken++;
            if (!take(place)) {
                break;
            }
            mark();
        }
        return taken;
    }

    /** Takes a mail in hand; false when it was not read, or is being read still, after which the connection is another. */
    private boolean take(Place place) {
        if (turns.isUnreadable(place)) {
            hand(place, ArrivedMail.unread());
            return true;
        }
        Inbox connection = inbox;
        boolean connected = connection.isOpen();
        Reading mail = readers.read(connection, place);
        try {
            hand(place, mail.soon());
            return true;
        } catch (ExecutionException e) {
            notRead(connected ? place : null, e.getCause());
            connection.close();
        } catch (TimeoutException | InterruptedException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            turns.taken(place, false);
            inbox = inbox();
            mail.later((read, failure) -> late(connection, place, read, failure));
        }
        return false;
    }

    /** What was read beside the others is at its end. */
    private void late(Inbox connection, Place place, ArrivedMail mail, Throwable failure) {
        connection.close();
        if (failure != null) {
            notRead(place, failure);
        } else if (isPollAllowed()) {
            hand(place, mail);
        } else {
            IOHelper.close(mail);
            turns.left(place);
        }
    }

    /** @param place null when the mail has no part in it */
    private void notRead(Place place, Throwable why) {
        LOG.warn("A mail could not be read and is tried again after the others ({})", why.getClass().getSimpleName());
        if (place != null) {
            turns.notRead(place);
        }
    }

    private void hand(Place place, ArrivedMail mail) {
        String lane = endpoint.getComponent().laneOf(mail);
        turns.taken(place, !lane.isEmpty());
        lanes.put(lane, () -> work(place, lane, mail));
    }

    private void work(Place place, String lane, ArrivedMail mail) {
        if (!isPollAllowed() || turns.isStalled(lane)) {
            IOHelper.close(mail);
            turns.stays(place, lane);
            return;
        }
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(mail);
            exchange.setProperty(Arrivals.IN_MAILBOX, true);
            exchange.setProperty(Arrivals.REFUSED_BEFORE, turns.isRefused(place));
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.isFailed()) {
            stays(place, lane, exchange.getException());
        } else {
            turns.done(place);
        }
        releaseExchange(exchange, false);
    }

    private void stays(Place place, String lane, Exception why) {
        LOG.warn("A mail stays in its mailbox and is tried again: {}", Reasons.of(why));
        if (!(why instanceof Arrivals.StaysInMailbox)) {
            turns.notKept(place);
        }
        turns.stays(place, lane);
    }
}
