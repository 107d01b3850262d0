// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.wire;

import java.time.Duration;

/**
 * A reply as it came.
 *
 * @param requestId Twilio's name for the request; may be null
 * @param retryAfter how long to wait before the next try; may be null
 */
public record Reply(int status, byte[] body, String requestId, Duration retryAfter) {

    public boolean isSuccess() {
        return status >= 200 && status <= 299;
    }
}
