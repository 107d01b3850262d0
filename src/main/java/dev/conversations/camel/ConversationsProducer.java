package dev.conversations.camel;

import dev.conversations.api.Operation;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/** Calls one operation for every exchange: on the caller's thread, unless a retry has to wait. */
final class ConversationsProducer extends DefaultAsyncProducer {

    private final Operation operation;
    private final Arguments arguments;
    private Caller caller;

    ConversationsProducer(ConversationsEndpoint endpoint, Operation operation, Arguments arguments) {
        super(endpoint);
        this.operation = operation;
        this.arguments = arguments;
    }

    @Override
    public ConversationsEndpoint getEndpoint() {
        return (ConversationsEndpoint) super.getEndpoint();
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        ConversationsConfiguration options = getEndpoint().getConfiguration();
        caller = new Caller(operation, getEndpoint().getComponent().producerClient(options), options.retryPolicy());
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            Call call = arguments.of(exchange.getMessage());
            if (!call.streaming()) {
                Retries retries = getEndpoint().getComponent().retries();
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
