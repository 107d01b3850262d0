// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import dev.conversations.api.RetryPolicy;
import dev.conversations.api.TwilioClient;
import dev.conversations.api.operation.Operation;
import java.util.Map;
import org.apache.camel.Exchange;

/**
 * Makes items of one kind, each once.
 *
 * @param operation that creates them, with {@link Operation#trails}
 * @param policy of tries and waits
 * @param ledger of the keys; null when each is looked for at Twilio
 */
public record Once(Operation operation, TwilioClient client, RetryPolicy policy, Ledger ledger) {

    /** @throws IllegalArgumentException naming the option that is missing, or cannot bear the key */
    public Making making(Exchange exchange, Map<String, Object> arguments, Key key) {
        Mark mark = Mark.of(operation, arguments, key.name());
        Ledger.Entry entry = ledger == null ? null : ledger.entry(exchange, operation, arguments, key);
        return new Making(this, mark, entry, key.window());
    }
}
