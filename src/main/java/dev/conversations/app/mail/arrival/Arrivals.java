package dev.conversations.app.mail.arrival;

import dev.conversations.api.TwilioException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.MailConsumer;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

/**
 * Takes a mail in, from a mailbox or a queue: from here on the exchange has a message without headers, whose body is the
 * source of the mail. The mail server is not asked for the mail again, and nothing in the mail names an option.
 *
 * <p>A mail that cannot be read is left in its mailbox a few times, then let through without its source.
 */
public final class Arrivals implements Processor {
    /** The variable that holds the {@link ArrivedMail}. */
    static final String ARRIVED = "arrived";
    /** The property that is true for a mail whose dead letter was refused a few times. */
    static final String REFUSED_BEFORE = "refusedBefore";
    static final int MOST_TRIES = 3;

    private static final Set<Integer> OUT_OF_SERVICE = Set.of(502, 503, 504);

    private final Failures readings = new Failures();
    private final Failures deliveries = new Failures();

    /** @throws StaysInMailbox when it is to be tried again */
    @Override
    public void process(Exchange exchange) throws StaysInMailbox {
        org.apache.camel.Message in = exchange.getMessage();
        DefaultMessage plain = new DefaultMessage(exchange);
        exchange.setMessage(plain);
        ArrivedMail arrived = in instanceof MailMessage mail
                ? ofMailbox(exchange, mail.getOriginalMessage())
                : ofQueue(in);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                IOHelper.close(arrived);
            }
        });
        exchange.setVariable(ARRIVED, arrived);
        plain.setBody(arrived);
    }

    /**
     * Leaves a mail that did not become a message where it is, if only Twilio is out of service.
     *
     * @throws StaysInMailbox if so
     */
    public void spare(Exchange exchange) throws StaysInMailbox {
        Exception why = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        boolean away = why instanceof IOException
                || why instanceof TwilioException refused
                && (refused.isRateLimited() || OUT_OF_SERVICE.contains(refused.getStatus()));
        if (away && place(exchange) != null) {
            throw new StaysInMailbox(why);
        }
    }

    private ArrivedMail ofMailbox(Exchange exchange, Message mail) throws StaysInMailbox {
        String place = place(exchange);
        exchange.setProperty(REFUSED_BEFORE, deliveries.of(place) >= MOST_TRIES);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange done) {
                readings.forget(place);
                deliveries.forget(place);
            }

            @Override
            public void onFailure(Exchange failed) {
                if (!(failed.getException() instanceof StaysInMailbox)) {
                    deliveries.add(place);
                    failed.setException(new StaysInMailbox(failed.getException()));
                }
            }
        });
        if (readings.of(place) >= MOST_TRIES) {
            return ArrivedMail.of(new byte[0]);
        }
        boolean connected = mail.getFolder().isOpen();
        try {
            ArrivedMail arrived = ArrivedMail.of(mail::writeTo);
            if (arrived.length() > 0) {
                return arrived;
            }
            throw new IOException("the mail server gives nothing of it");
        } catch (MessagingException | IOException | RuntimeException e) {
            if (connected) {
                readings.add(place);
            }
            throw new StaysInMailbox(e);
        }
    }

    private static ArrivedMail ofQueue(org.apache.camel.Message message) {
        byte[] source = message.getBody(byte[].class);
        return ArrivedMail.of(source == null ? new byte[0] : source);
    }

    private static String place(Exchange exchange) {
        return exchange.getProperty(MailConsumer.MAIL_MESSAGE_UID, String.class);
    }

    /** Why a mail is not taken now but tried again. */
    public static final class StaysInMailbox extends Exception {
        private static final long serialVersionUID = 1;

        StaysInMailbox(Throwable why) {
            super("The mail stays in its mailbox and is tried again, since there was a "
                    + (why == null ? "failure" : why.getClass().getSimpleName()) + ".", null, false, false);
        }
    }
}
