// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.register;

import dev.conversations.webhook.EventType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What this application wants of Twilio's settings.
 *
 * @param url that Twilio is to call
 * @param events that it is to be called for
 */
public record Wish(String url, Set<EventType> events) {

    boolean before() {
        return events.stream().anyMatch(EventType::before);
    }

    boolean after() {
        return events.stream().anyMatch(event -> !event.before());
    }

    /** The names of the wanted events that are not among those given. */
    Set<String> missing(Collection<?> names) {
        return events.stream().map(EventType::event).filter(name -> !names.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names given and those wanted. */
    List<String> joined(Collection<?> names) {
        Set<String> all = names.stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        events.forEach(event -> all.add(event.event()));
        return List.copyOf(all);
    }

    /** This and what another wants of the same URL. */
    Wish and(Wish other) {
        Set<EventType> both = EnumSet.copyOf(events);
        both.addAll(other.events);
        return new Wish(url, both);
    }
}
