// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.token;

import java.time.Duration;

/**
 * A token.
 *
 * @param life how long it can be used
 */
public record Token(String text, Duration life) {

    /** Not the text, which is secret. */
    @Override
    public String toString() {
        return "Token for " + life;
    }
}
