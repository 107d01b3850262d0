// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import java.time.Duration;
import java.util.Optional;

/**
 * Twilio answered, and the answer is no, or nonsense. The message names operation, status and Twilio's code; what Twilio's own text
 * repeats of credentials and personal data is masked.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Error dictionary</a>
 */
public final class TwilioException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final int status;
    private final int code;
    private final String reason;
    private final String moreInfo;
    private final String requestId;
    private final Duration retryAfter;

    TwilioException(
            String operation, int status, int code, String message, String moreInfo, String requestId, Duration retryAfter) {
        super("%s: %d%s %s%s".formatted(
                operation, status, code == 0 ? "" : " (code " + code + ")", message,
                requestId == null ? "" : " [request " + requestId + "]"));
        this.operation = operation;
        this.status = status;
        this.code = code;
        this.reason = message;
        this.moreInfo = moreInfo;
        this.requestId = requestId;
        this.retryAfter = retryAfter;
    }

    /** The same, with what to do about it. */
    TwilioException with(String advice) {
        TwilioException more = new TwilioException(
                operation, status, code, reason + ": " + advice, moreInfo, requestId, retryAfter);
        more.setStackTrace(getStackTrace());
        return more;
    }

    /** The operation, such as {@code messages/create}. */
    public String getOperation() {
        return operation;
    }

    /** The HTTP status. */
    public int getStatus() {
        return status;
    }

    /** Twilio's error code; 0 when the answer had none. */
    public int getCode() {
        return code;
    }

    /** Where Twilio explains the code; may be null. */
    public String getMoreInfo() {
        return moreInfo;
    }

    /** Twilio's name for the request, for its support; may be null. */
    public String getRequestId() {
        return requestId;
    }

    /** How long Twilio asks to wait before the next try. */
    public Optional<Duration> getRetryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public boolean isNotFound() {
        return status == 404;
    }

    public boolean isRateLimited() {
        return status == 429;
    }
}
