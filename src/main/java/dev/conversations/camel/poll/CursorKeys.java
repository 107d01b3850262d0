// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;

/** The keys under which the polls of a Camel context keep their cursors, so that no two routes share one unasked. */
public final class CursorKeys {

    /** What Camel calls a route that nobody named; it may be another one after the next change of the routes. */
    private static final Pattern UNNAMED = Pattern.compile("route\\d+");

    private final Set<Place> used = ConcurrentHashMap.newKeySet();

    private CursorKeys() {}

    /** Repositories are told apart by what they are, not by what they hold. */
    private record Place(int repository, String key) {
        static Place of(StateRepository<?, ?> repository, String key) {
            return new Place(System.identityHashCode(repository), key);
        }
    }

    public static synchronized CursorKeys of(CamelContext context) {
        CursorKeys keys = context.getCamelContextExtension().getContextPlugin(CursorKeys.class);
        if (keys == null) {
            keys = new CursorKeys();
            context.getCamelContextExtension().addContextPlugin(CursorKeys.class, keys);
        }
        return keys;
    }

    /** The key of a route that has a name is its own; one without a name gets that of the poll, if no other has it. */
    public String take(StateRepository<?, ?> repository, String poll, String route) {
        boolean named = route != null && !UNNAMED.matcher(route).matches();
        if (!named && used.add(Place.of(repository, poll))) {
            return poll;
        }
        String own = poll + " of " + route;
        used.add(Place.of(repository, own));
        return own;
    }

    public void give(StateRepository<?, ?> repository, String key) {
        used.remove(Place.of(repository, key));
    }
}
