// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import dev.conversations.api.operation.Operation;
import java.io.IOException;
import java.util.Map;

/** What requests go through on their way: it may let them wait, and sees what became of them. */
@FunctionalInterface
public interface Gate {

    /** Lets all pass at once. */
    Gate OPEN = (operation, arguments, bulk, request) -> request.once();

    /**
     * Lets a request pass.
     *
     * @param bulk whether nobody waits for it: a poll, a stream, a repair
     * @throws TwilioException of the request
     * @throws IOException of the request, or when it may not pass; then nothing was sent
     */
    Result pass(Operation operation, Map<String, ?> arguments, boolean bulk, RetryPolicy.Attempt<Result> request)
            throws IOException;

    /** This gate behind another. */
    default Gate behind(Gate first) {
        return (operation, arguments, bulk, request) ->
                first.pass(operation, arguments, bulk, () -> pass(operation, arguments, bulk, request));
    }
}
