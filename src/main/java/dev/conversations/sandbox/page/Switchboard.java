// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the switches of a sandbox move; what makes no sense is an {@link IllegalArgumentException}. */
public interface Switchboard {

    Instant now();

    void advance(Duration duration);

    void throttle(int calls, Duration retryAfter);

    void disturb(int copies, int dropEvery, boolean reorder, Duration delay);

    void opening(Duration duration);

    void stream(URI destination, boolean batched);

    /** @param keys the secrets by SID; none for the auth token */
    void sign(Map<String, String> keys, String algorithm);
}
