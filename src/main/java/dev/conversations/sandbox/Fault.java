// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.sandbox.front.Answer;
import dev.conversations.sandbox.front.Faults;
import java.time.Duration;

/** What goes wrong with a call of the API: an error, a connection that is reset, or no answer at all. */
public final class Fault {

    private final String operation;
    private final boolean done;
    private final int status;
    private final Duration retryAfter;
    private final Answer.Way way;

    private Fault(String operation, boolean done, int status, Duration retryAfter, Answer.Way way) {
        this.operation = operation;
        this.done = done;
        this.status = status;
        this.retryAfter = retryAfter;
        this.way = way;
    }

    /**
     * The call is answered with that HTTP status, such as 429, 500 or 503, and nothing is done.
     *
     * @throws IllegalArgumentException when that is the status of no error
     */
    public static Fault status(int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status " + status + ": use that of an error, 400 to 599");
        }
        return new Fault(null, false, status, null, Answer.Way.ARRIVES);
    }

    /** The connection is reset, and nothing is done. */
    public static Fault reset() {
        return new Fault(null, false, 0, null, Answer.Way.RESET);
    }

    /** No answer comes, however long one waits, and nothing is done. */
    public static Fault silence() {
        return new Fault(null, false, 0, null, Answer.Way.SILENCE);
    }

    /** The same once the call is done: what is made is made, and only its answer is lost. */
    public Fault afterDoing() {
        return new Fault(operation, true, status, retryAfter, way);
    }

    /** The same with {@code Retry-After}, in whole seconds. */
    public Fault withRetryAfter(Duration value) {
        return new Fault(operation, done, status, value, way);
    }

    /**
     * The same with calls of one operation only.
     *
     * @param value such as {@code messages/create}, {@code media/upload} or {@code media/fetch}
     * @throws IllegalArgumentException when there is no such operation
     */
    public Fault onlyFor(String value) {
        ReceivedCall.check(value);
        return new Fault(value, done, status, retryAfter, way);
    }

    Faults.Mishap mishap() {
        return new Faults.Mishap(operation, done,
                way == Answer.Way.ARRIVES ? Faults.error(status, retryAfter) : Answer.lost(way));
    }

    @Override
    public String toString() {
        return "Fault[" + (way == Answer.Way.ARRIVES ? String.valueOf(status) : way) + (done ? ", done" : "")
                + (operation == null ? "" : ", " + operation) + "]";
    }
}
