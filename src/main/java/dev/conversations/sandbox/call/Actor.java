// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

import java.util.Locale;

/**
 * Who acts, as webhooks tell it.
 *
 * @param source {@code API}, {@code SDK}, or a channel such as {@code SMS}
 * @param asks whether the action is first put before pre-action webhooks
 * @param tells whether post-action webhooks hear of it
 */
public record Actor(String source, boolean asks, boolean tells) {

    /** A call of the API: silent unless it says otherwise. */
    public static Actor api(boolean webhookEnabled) {
        return new Actor("API", webhookEnabled, webhookEnabled);
    }

    /** A message that comes in by a channel. */
    public static Actor channel(String channel) {
        return new Actor(channel.toUpperCase(Locale.ROOT), true, true);
    }

    /** Twilio itself. */
    public static Actor system() {
        return new Actor(null, false, true);
    }

    /** The same, for the steps that follow from an action already asked about. */
    public Actor withoutAsking() {
        return new Actor(source, false, tells);
    }
}
