// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.list;

import dev.conversations.api.operation.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A list that is held in memory as a whole, put together page by page. It ends with an error before memory does: its
 * replies may have as many bytes as an eighth of what this Java may use at most; records take some twice as much.
 */
public final class WholeList {

    private static final int SHARE = 8;
    private static final int MEGABYTE = 1024 * 1024;

    private final Operation operation;
    private final long limit;
    private final long mostBytes;
    private final ListTrail trail;
    private final List<Object> items = new ArrayList<>();
    private URI next;
    private long bytes;

    /** @param limit the most items to hold */
    public WholeList(Operation operation, long limit) {
        this(operation, limit, Runtime.getRuntime().maxMemory() / SHARE);
    }

    WholeList(Operation operation, long limit, long mostBytes) {
        this.operation = operation;
        this.limit = limit;
        this.mostBytes = mostBytes;
        this.trail = new ListTrail(operation);
    }

    /**
     * Takes the items of the next page.
     *
     * @return whether there is a further page to fetch
     * @throws IllegalStateException when memory does not allow for that many, or the list never ends
     */
    public boolean add(Page page) {
        bytes += page.bytes();
        if (bytes > mostBytes) {
            throw new IllegalStateException(("%s: the list is too long to be held whole, more than %d items and %d MB of"
                    + " replies, an eighth of this Java's memory: set limit to take fewer, or streaming=true to read it page"
                    + " by page").formatted(operation, items.size(), mostBytes / MEGABYTE));
        }
        page.items().stream().limit(limit - items.size()).forEach(items::add);
        next = page.next();
        if (next == null || items.size() >= limit) {
            return false;
        }
        trail.add(page);
        return true;
    }

    /** Where the next page is; null on the last, and before the first. */
    public URI next() {
        return next;
    }

    /** The items so far. */
    public List<Object> items() {
        return items;
    }
}
