package dev.conversations.camel.call;

import dev.conversations.api.Page;
import dev.conversations.api.Result;
import dev.conversations.api.TwilioException;
import dev.conversations.api.WholeList;
import dev.conversations.camel.options.Headers;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One exchange's call on its way: tries, waits, further pages, and the answer. */
final class PendingCall {

    private static final Logger LOG = LoggerFactory.getLogger(PendingCall.class);

    private final Caller caller;
    private final Retries retries;
    private final Call call;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private WholeList list;
    private int attempts;
    private int tries;
    private long begun;

    PendingCall(Caller caller, Retries retries, Call call, Exchange exchange, AsyncCallback callback) {
        this.caller = caller;
        this.retries = retries;
        this.call = call;
        this.exchange = exchange;
        this.callback = callback;
        this.begun = now();
    }

    /** Makes the call. Whether it is over already; else the callback is told, from another thread. */
    boolean start() {
        boolean over = proceed();
        if (over) {
            callback.done(true);
        }
        return over;
    }

    private void resume() {
        if (proceed()) {
            callback.done(false);
        }
    }

    /** Goes on until the call is over or has to wait. Whether it is over. */
    private boolean proceed() {
        while (true) {
            try {
                attempts++;
                tries++;
                Result result = list == null ? caller.first(call.arguments()) : caller.further(list.next(), call.arguments());
                if (!needsMore(result)) {
                    answer(result);
                    return true;
                }
            } catch (IOException | TwilioException failure) {
                if (waits(failure)) {
                    return false;
                }
                if (failure instanceof TwilioException refused) {
                    describe(refused.getStatus(), refused.getRequestId());
                } else {
                    describe(null, null);
                }
                exchange.setException(failure);
                return true;
            } catch (RuntimeException | Error fault) {
                exchange.setException(fault);
                return true;
            }
        }
    }

    /** Collects the items of a list. Whether there is a further page to fetch. */
    private boolean needsMore(Result result) {
        if (!(result.body() instanceof Page page)) {
            return false;
        }
        list = list == null ? new WholeList(caller.operation(), call.limit()) : list;
        tries = 0;
        begun = now();
        return list.add(page);
    }

    private boolean waits(Exception failure) {
        Optional<Duration> delay = caller.delay(failure, tries, begun);
        try {
            delay.ifPresent(wait -> {
                LOG.debug("Waits {} for another try after: {}", wait, failure.getMessage());
                retries.later(wait, this::resume);
            });
            return delay.isPresent();
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }

    private void answer(Result result) {
        exchange.getMessage().setBody(list == null ? result.body() : list.items());
        describe(result.status(), result.requestId());
    }

    private long now() {
        return caller.policy().timing().nanos();
    }

    /** Sets the result headers, in place of those of an earlier call. */
    private void describe(Integer status, String requestId) {
        Message message = exchange.getMessage();
        message.setHeader(Headers.ATTEMPTS, attempts);
        message.removeHeader(Headers.STATUS);
        message.removeHeader(Headers.REQUEST_ID);
        if (status != null) {
            message.setHeader(Headers.STATUS, status);
        }
        if (requestId != null) {
            message.setHeader(Headers.REQUEST_ID, requestId);
        }
    }
}
