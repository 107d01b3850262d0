// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.api.operation.Operations;
import dev.conversations.sandbox.call.CallLog;
import java.time.Instant;
import java.util.Map;

/**
 * A call of the API that came to the sandbox.
 *
 * @param at when
 * @param operation what was asked for, such as {@code messages/create}; {@code media/upload} and {@code media/fetch} of files,
 *     {@code unknown} where there is no such thing
 * @param arguments what was given, by the names of options: text, Long, Boolean, Instant or a list of texts; nothing where
 *     that could not be read
 * @param status the HTTP status of the answer; 0 when a fault kept it away
 */
public record ReceivedCall(Instant at, String operation, Map<String, Object> arguments, int status) {

    static ReceivedCall of(CallLog.Entry call) {
        return new ReceivedCall(call.at(), call.operation(), call.arguments(), call.status());
    }

    /** @throws IllegalArgumentException when there is no such operation */
    static void check(String operation) {
        if (!Operations.all().containsKey(operation) && !Operations.ofMedia().containsKey(operation)) {
            throw new IllegalArgumentException("There is no operation " + operation
                    + ": use one of the catalogue, such as messages/create, or media/upload");
        }
    }

    /** The value of an option, such as {@code body}; null when it was not given. */
    public Object argument(String option) {
        return arguments.get(option);
    }

    /** Tells nothing that people wrote. */
    @Override
    public String toString() {
        return operation + " " + status;
    }
}
