package dev.conversations.camel;

/** Why a request gets no further than the door: the HTTP status to answer with, how to count it, a word for the log. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final Outcome outcome;

    Refusal(int status, Outcome outcome, String reason) {
        super(reason, null, false, false);
        this.status = status;
        this.outcome = outcome;
    }

    static Refusal malformed(int status, String reason) {
        return new Refusal(status, Outcome.MALFORMED, reason);
    }

    int status() {
        return status;
    }

    Outcome outcome() {
        return outcome;
    }
}
