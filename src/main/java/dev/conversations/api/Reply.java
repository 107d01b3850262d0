package dev.conversations.api;

import java.time.Duration;

/**
 * A reply as it came.
 *
 * @param requestId Twilio's name for the request; may be null
 * @param retryAfter how long to wait before the next try; may be null
 */
record Reply(int status, byte[] body, String requestId, Duration retryAfter) {

    boolean isSuccess() {
        return status >= 200 && status <= 299;
    }
}
