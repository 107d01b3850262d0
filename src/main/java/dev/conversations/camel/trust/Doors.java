// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.trust;

import dev.conversations.camel.listen.HttpRequest;
import dev.conversations.webhook.SignedRequest;
import java.util.HashSet;
import java.util.List;
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

    /** Those that let the request in, of some that differ. */
    public Set<Door> open(List<Door> doors, HttpRequest request, SignedRequest signed, String account) {
        Door first = account == null ? null : latest.get(account);
        if (first != null && doors.contains(first)) {
            first.isRight(request, signed);
        }
        Set<Door> open = Set.of();
        for (Door door : doors) {
            if (door.isRight(request, signed)) {
                open = with(open, door);
                if (account != null && door.isChecked() && door != first) {
                    latest.put(account, door);
                }
            }
        }
        return open;
    }

    private static Set<Door> with(Set<Door> open, Door door) {
        if (open.isEmpty()) {
            return Set.of(door);
        }
        Set<Door> more = new HashSet<>(open);
        more.add(door);
        return more;
    }
}
