// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import java.util.List;

/** A path at which webhooks arrive, as consoles show it. */
public interface WatchedPath {

    String path();

    /** What became of what arrived. */
    Outcomes outcomes();

    /** The last refusal, explained without personal data; null before the first. */
    String lastRefusal();

    List<WatchedRoute> routes();

    /**
     * A route behind the path.
     *
     * @param signature how signatures are checked
     * @param registration how far it got that Twilio tells the route of events: none, pending, registered, failed and why
     * @param inFlight how many events the route has in work
     */
    record WatchedRoute(String id, List<String> events, String signature, String registration, int inFlight, boolean suspended) {}

    /** All paths of a Camel context: its plugin of this type. */
    interface All {
        List<? extends WatchedPath> paths();
    }
}
