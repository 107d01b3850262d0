package dev.conversations.camel.trust;

import dev.conversations.camel.listen.HttpRequest;
import dev.conversations.webhook.SignedRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The doors behind one path. Each is asked, but the one through which events of the same account came before goes first:
 * once a request has shown who signed it, others compare tokens only.
 */
public final class Doors {

    /** Only who has been let in is remembered, so there are no more entries than accounts. */
    private final Map<String, Door> latest = new ConcurrentHashMap<>();

    /** Those that let the request in. */
    public Set<Door> open(Collection<Door> doors, HttpRequest request, SignedRequest signed, String account) {
        Door first = account == null ? null : latest.get(account);
        if (doors.size() == 1) {
            Door only = doors.iterator().next();
            return only.isRight(request, signed) ? Set.of(only) : Set.of();
        }
        Collection<Door> order = new LinkedHashSet<>();
        if (first != null && doors.contains(first)) {
            order.add(first);
        }
        order.addAll(doors);
        Set<Door> open = new HashSet<>();
        for (Door door : order) {
            if (door.isRight(request, signed)) {
                open.add(door);
            }
        }
        if (account != null && !open.isEmpty()) {
            open.stream().filter(Door::isChecked).findFirst().ifPresent(door -> latest.put(account, door));
        }
        return open;
    }
}
