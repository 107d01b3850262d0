// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.wire.FileTooLong;
import dev.conversations.api.wire.NoToken;
import dev.conversations.api.wire.ReplyTooLong;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Decides whether and when a failed call is tried again. A 429 was never processed and a request without a connection or a token
 * never sent, so they always may be; a 5xx and a broken connection only where repeating does no harm, so never a create. Errors that
 * tell of another change at the same moment ask for a repeat.
 *
 * @param maxRetries tries after the first
 * @param firstDelay the wait before the first repeat when Twilio names none; doubles with every repeat, with jitter
 * @param maxDelay the longest single wait
 * @param maxElapsed the longest time of all tries; zero when there is to be one only, which takes as long as it takes
 * @param timing of waits and of their jitter
 */
public record RetryPolicy(int maxRetries, Duration firstDelay, Duration maxDelay, Duration maxElapsed, Timing timing) {

    /** Nothing was done because of another change at the same moment. */
    private static final Set<Integer> COLLISIONS = Set.of(50213, 50349, 50391, 50419, 50449);

    /** A try that has less time than that is as good as none. */
    private static final Duration BRIEFEST = Duration.ofSeconds(1);

    /** With the time and chance of the machine. */
    public RetryPolicy(int maxRetries, Duration firstDelay, Duration maxDelay, Duration maxElapsed) {
        this(maxRetries, firstDelay, maxDelay, maxElapsed, Timing.SYSTEM);
    }

    /** The same in another time. */
    public RetryPolicy in(Timing other) {
        return new RetryPolicy(maxRetries, firstDelay, maxDelay, maxElapsed, other);
    }

    /**
     * How long to wait before the next try.
     *
     * @param attempts the tries made so far
     * @param elapsed the time since the first try began
     * @return empty when the failure is final
     */
    public Optional<Duration> delay(Operation operation, Exception failure, int attempts, Duration elapsed) {
        if (attempts > maxRetries || !repeatable(operation, failure)) {
            return Optional.empty();
        }
        Duration wait = failure instanceof TwilioException refused && refused.getRetryAfter().isPresent()
                ? refused.getRetryAfter().get()
                : backOff(attempts);
        boolean tooLong = wait.compareTo(maxDelay) > 0 || elapsed.plus(wait).compareTo(maxElapsed) > 0;
        return tooLong ? Optional.empty() : Optional.of(wait);
    }

    /**
     * How long the next try may take.
     *
     * @param elapsed the time since the first try began
     */
    public Duration left(Duration elapsed) {
        Duration left = maxElapsed.isZero() ? ChronoUnit.FOREVER.getDuration() : maxElapsed.minus(elapsed);
        return left.compareTo(BRIEFEST) < 0 ? BRIEFEST : left;
    }

    /**
     * Makes a call, again and again while that may help, waiting on the caller's thread.
     *
     * @param wanted whether it is still worth trying
     * @throws InterruptedIOException when interrupted while waiting
     */
    public <T> T repeat(Operation operation, Attempt<T> call, BooleanSupplier wanted) throws IOException {
        long begun = timing.nanos();
        for (int attempts = 1; ; attempts++) {
            try {
                return call.once();
            } catch (IOException | TwilioException e) {
                Optional<Duration> wait = delay(operation, e, attempts, Duration.ofNanos(timing.nanos() - begun));
                if (wait.isEmpty() || !wanted.getAsBoolean()) {
                    throw e;
                }
                sleep(operation, wait.get());
                if (!wanted.getAsBoolean()) {
                    throw e;
                }
            }
        }
    }

    /** A call that can be made more than once. */
    @FunctionalInterface
    public interface Attempt<T> {
        T once() throws IOException;
    }

    private void sleep(Operation operation, Duration wait) throws InterruptedIOException {
        try {
            timing.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting to try " + operation + " again");
        }
    }

    private static boolean repeatable(Operation operation, Exception failure) {
        boolean harmless = !"create".equals(operation.method());
        if (failure instanceof TwilioException refused) {
            return refused.isRateLimited()
                    || COLLISIONS.contains(refused.getCode())
                    || refused.getStatus() >= 500 && (harmless || OauthCredentials.OPERATION.equals(refused.getOperation()));
        }
        return failure instanceof IOException && !isOfNoUse(failure) && (harmless || wasNeverSent(failure));
    }

    /** Whether the same would come again: too much, or a fault of this machine's files. */
    private static boolean isOfNoUse(Exception failure) {
        Throwable fault = fault(failure);
        return fault instanceof ReplyTooLong || fault instanceof FileTooLong
                || fault instanceof FileSystemException || fault instanceof FileNotFoundException;
    }

    /** Whether there was no connection that the request could have gone through, or no token to go with it. */
    public static boolean wasNeverSent(Exception failure) {
        Throwable fault = fault(failure);
        return fault instanceof ConnectException
                || fault instanceof NoRouteToHostException
                || fault instanceof UnknownHostException
                || fault instanceof ConnectTimeoutException
                || fault instanceof ConnectionRequestTimeoutException
                || fault instanceof SSLHandshakeException
                || fault instanceof SSLPeerUnverifiedException
                || fault instanceof NoToken
                || fault instanceof TooManyWaiting;
    }

    private static Throwable fault(Exception failure) {
        return failure instanceof NoReply ? failure.getCause() : failure;
    }

    private Duration backOff(int attempts) {
        double full = Math.min(firstDelay.toMillis() * Math.pow(2, attempts - 1.0), maxDelay.toMillis());
        return Duration.ofMillis(Math.round(full * (0.5 + timing.chance() / 2)));
    }
}
