// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import java.util.List;
import java.util.Set;

/** Which webhooks an application wants Twilio to send. A Camel context has one as its plugin of this type. */
public interface ExpectedWebhooks {

    /**
     * A route that receives events.
     *
     * @param url where Twilio is to send them; null when the options of the route do not say
     * @param registration how far it got that Twilio does: {@code none} when the route leaves that to others, {@code pending},
     *     {@code registered}, {@code left to another node}, or {@code failed} and why
     */
    record Route(String id, String url, Set<EventType> events, String registration) {

        /** Whether it has Twilio told, by its option {@code registration}. */
        public boolean registers() {
            return !registration.equals("none");
        }
    }

    /** The routes that run. */
    List<Route> routes();
}
