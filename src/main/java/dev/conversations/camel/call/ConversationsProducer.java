package dev.conversations.camel.call;

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
    private Caller caller;

    /**
     * @param account makes the calls; is asked for at start
     * @param retries what waits for another try
     * @param arguments what to call with
     */
    public ConversationsProducer(Endpoint endpoint, Supplier<Caller> account, Retries retries, Arguments arguments) {
        super(endpoint);
        this.account = account;
        this.retries = retries;
        this.arguments = arguments;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        caller = account.get();
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            Call call = arguments.of(exchange.getMessage());
            if (!call.streaming()) {
                return new PendingCall(caller, retries, call, exchange, callback).start();
            }
            exchange.getMessage().setBody(caller.pages(call));
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }
}
