// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import dev.conversations.api.Result;
import dev.conversations.api.TwilioException;
import dev.conversations.api.list.Page;
import dev.conversations.api.list.WholeList;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One exchange's call on its way: tries, waits, further pages, and the answer. Whatever happens the exchange ends once, with its answer
 * or its exception.
 */
final class PendingCall implements Retries.Wait {

    private static final Logger LOG = LoggerFactory.getLogger(PendingCall.class);

    private final Caller caller;
    private final Retries retries;
    private final BooleanSupplier wanted;
    private final Call call;
    private final Exchange exchange;
    private final AsyncCallback callback;
    private WholeList list;
    private Exception failure;
    private int attempts;
    private int tries;
    private long begun;

    /**
     * @param retries where to wait for another try; null on the caller's thread
     * @param wanted whether it is still worth trying
     */
    PendingCall(
            Caller caller, Retries retries, BooleanSupplier wanted, Call call, Exchange exchange, AsyncCallback callback) {
        this.caller = caller;
        this.retries = retries;
        this.wanted = wanted;
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

    @Override
    public void goOn() {
        if (proceed()) {
            callback.done(false);
        }
    }

    @Override
    public void giveUp() {
        fail();
        callback.done(false);
    }

    @Override
    public boolean isWanted() {
        return wanted.getAsBoolean();
    }

    /** Goes on until the call is over or waits elsewhere. Whether it is over. */
    private boolean proceed() {
        try {
            while (!succeeds()) {
                Optional<Duration> wait = caller.delay(failure, tries, begun);
                if (wait.isPresent() && retries != null) {
                    retries.later(wait.get(), this);
                    return false;
                }
                if (wait.isEmpty() || !slept(wait.get())) {
                    fail();
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail();
        } catch (RuntimeException | Error fault) {
            exchange.setException(fault);
        }
        return true;
    }

    /** Tries, as often as there are pages. Whether there is an answer. */
    private boolean succeeds() {
        try {
            Result result;
            do {
                attempts++;
                tries++;
                result = list == null
                        ? caller.first(call.arguments(), begun)
                        : caller.further(list.next(), call.arguments(), begun);
            } while (needsMore(result));
            answer(result);
            return true;
        } catch (IOException | TwilioException e) {
            LOG.debug("Try {} failed: {}", attempts, e.getMessage());
            failure = e;
            return false;
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

    /** Waits on this thread. Whether it is worth another try then. */
    private boolean slept(Duration wait) throws InterruptedException {
        caller.policy().timing().sleep(wait);
        return isWanted();
    }

    private void answer(Result result) {
        exchange.getMessage().setBody(list == null ? result.body() : list.items());
        describe(result.status(), result.requestId());
    }

    private void fail() {
        if (failure instanceof TwilioException refused) {
            describe(refused.getStatus(), refused.getRequestId());
        } else {
            describe(null, null);
        }
        exchange.setException(failure);
    }

    private long now() {
        return caller.policy().timing().nanos();
    }

    private void describe(Integer status, String requestId) {
        ResultHeaders.set(exchange.getMessage(), attempts, status, requestId);
    }
}
