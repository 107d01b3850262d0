// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import dev.conversations.camel.once.Ledger;
import dev.conversations.camel.once.Once;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Calls one operation for every exchange, on the caller's thread; so do waits for another try, unless order is given up. */
public final class ConversationsProducer extends DefaultAsyncProducer {

    private final Supplier<Caller> account;
    private final Retries retries;
    private final Arguments arguments;
    private final Ledger ledger;
    private Caller caller;
    private Once once;
    private StoppableTiming timing;

    /**
     * @param account makes the calls; is asked for at start
     * @param retries where calls wait for another try; null on the caller's thread
     * @param arguments what to call with
     * @param ledger of keys under which items are made once; null when there is none
     */
    public ConversationsProducer(
            Endpoint endpoint, Supplier<Caller> account, Retries retries, Arguments arguments, Ledger ledger) {
        super(endpoint);
        this.account = account;
        this.retries = retries;
        this.arguments = arguments;
        this.ledger = ledger;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        Caller made = account.get();
        timing = new StoppableTiming(made.policy().timing());
        caller = made.in(timing);
        once = new Once(caller.operation(), caller.client(), caller.policy(), ledger);
    }

    @Override
    protected void doStart() throws Exception {
        if (ledger != null) {
            ledger.start(getEndpoint().getCamelContext());
        }
        super.doStart();
        timing.start();
    }

    /** What waits for another try ends with what failed. */
    @Override
    protected void doStop() throws Exception {
        timing.stop();
        if (retries != null) {
            retries.giveUpUnwanted();
        }
        super.doStop();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        PendingCall pending = null;
        try {
            Call call = arguments.of(exchange.getMessage());
            if (call.key() != null) {
                new KeyedCall(once, call, exchange).run();
            } else if (call.streaming()) {
                exchange.getMessage().setBody(caller.pages(call));
            } else {
                pending = new PendingCall(caller, retries, this::isRunAllowed, call, exchange, callback);
            }
        } catch (RuntimeException | Error e) {
            exchange.setException(e);
        }
        if (pending != null) {
            return pending.start();
        }
        callback.done(true);
        return true;
    }
}
