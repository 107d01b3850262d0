// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import dev.conversations.api.Result;

/**
 * What there is of a key.
 *
 * @param result its item; without a body when it was made and is gone by now
 * @param fresh whether this call made it
 */
public record Made(Result result, boolean fresh) {

    private static final int OK = 200;

    static Made found(Object item) {
        return new Made(new Result(item, OK, null), false);
    }
}
