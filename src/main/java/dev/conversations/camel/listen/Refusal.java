// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.listen;

import dev.conversations.camel.observe.Outcome;

/** Why a request gets no further than the door: the HTTP status to answer with, how to count it, a word for the log. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Outcome outcome;

    public Refusal(int status, Outcome outcome, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.outcome = outcome;
    }

    public static Refusal malformed(int status, String reason) {
        return new Refusal(status, Outcome.MALFORMED, reason);
    }

    public int status() {
        return status;
    }

    public Outcome outcome() {
        return outcome;
    }
}
