// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import dev.conversations.camel.once.Key;
import java.util.Map;

/**
 * What one exchange asks for.
 *
 * @param arguments the operation's options by name
 * @param limit of a list, how many items to return at most
 * @param streaming of a list, whether its pages are fetched as the items are read
 * @param key of a create, under which one is made; null when each call makes another
 */
public record Call(Map<String, Object> arguments, long limit, boolean streaming, Key key) {

    /** Of a list. */
    public Call(Map<String, Object> arguments, long limit, boolean streaming) {
        this(arguments, limit, streaming, null);
    }
}
