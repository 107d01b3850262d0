// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import dev.conversations.api.TwilioException;
import java.io.IOException;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

/**
 * Takes a mail in, from a mailbox or a queue: from here on the exchange has a message without headers, whose body is the
 * source of the mail. Nothing in the mail names an option.
 */
public final class Arrivals implements Processor {
    /** The property that is true for a mail that lies in a mailbox until its exchange has succeeded. */
    public static final String IN_MAILBOX = "inMailbox";
    /** The property that is true for a mail whose dead letter was refused a few times. */
    public static final String REFUSED_BEFORE = "refusedBefore";
    /** The variable that holds the {@link ArrivedMail}. */
    static final String ARRIVED = "arrived";

    private static final Set<Integer> OUT_OF_SERVICE = Set.of(502, 503, 504);

    @Override
    public void process(Exchange exchange) {
        Message in = exchange.getMessage();
        DefaultMessage plain = new DefaultMessage(exchange);
        exchange.setMessage(plain);
        ArrivedMail arrived = in.getBody() instanceof ArrivedMail mail ? mail : ofQueue(in);
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
        if (away && exchange.getProperty(IN_MAILBOX, false, Boolean.class)) {
            throw new StaysInMailbox(why);
        }
    }

    private static ArrivedMail ofQueue(Message message) {
        byte[] source = message.getBody(byte[].class);
        return ArrivedMail.of(source == null ? new byte[0] : source);
    }

    /** Why a mail is not taken now but tried again: Twilio is out of service. */
    public static final class StaysInMailbox extends Exception {
        private static final long serialVersionUID = 1;

        StaysInMailbox(Throwable why) {
            super("Twilio is out of service (" + why.getClass().getSimpleName() + ").", null, false, false);
        }
    }
}
