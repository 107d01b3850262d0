// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import dev.conversations.api.operation.Operation;
import java.io.IOException;

/** A request that a {@link Gate} did not let pass, since too many wait there already. */
public final class TooManyWaiting extends IOException {

    private static final long serialVersionUID = 1L;

    public TooManyWaiting(Operation operation, int waiting) {
        super("%s was not sent: %d calls wait already for what Twilio takes of this account".formatted(operation, waiting));
    }
}
