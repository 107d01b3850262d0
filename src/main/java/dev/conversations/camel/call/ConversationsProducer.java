package dev.conversations.camel.call;

import dev.conversations.camel.once.Ledger;
import dev.conversations.camel.once.Once;
import java.util.function.Supplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Calls one operation for every exchange: on the caller's thread, unless a retry has to wait. */
public final class ConversationsProducer extends DefaultAsyncProducer {

    private final Supplier<Caller> account;
    private final Retries retries;
    private final Arguments arguments;
    private final Ledger ledger;
    private Caller caller;
    private Once once;

    /**
     * @param account makes the calls; is asked for at start
     * @param retries what waits for another try
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
        caller = account.get();
        once = new Once(caller.operation(), caller.client(), caller.policy(), ledger);
    }

    @Override
    protected void doStart() throws Exception {
        if (ledger != null) {
            ledger.start(getEndpoint().getCamelContext());
        }
        super.doStart();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            Call call = arguments.of(exchange.getMessage());
            if (call.key() != null) {
                new KeyedCall(once, call, exchange).run();
            } else if (!call.streaming()) {
                return new PendingCall(caller, retries, call, exchange, callback).start();
            } else {
                exchange.getMessage().setBody(caller.pages(call));
            }
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }
}
