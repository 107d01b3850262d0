// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import dev.conversations.api.list.ListTrail;
import dev.conversations.api.list.Page;
import dev.conversations.api.operation.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The items of a list, read once from first to last. A page is fetched when its first item is asked for, so memory holds one page. The
 * reader's thread does the fetching and waits between tries.
 *
 * <p>{@link #hasNext} throws {@link TwilioException} when Twilio refuses a page, {@link UncheckedIOException} when none comes and
 * {@link IllegalStateException} when the list never ends.
 */
public final class Pages implements Iterator<Object>, AutoCloseable {

    private final TwilioClient client;
    private final Operation operation;
    private final Map<String, ?> arguments;
    private final RetryPolicy retries;
    private final ListTrail trail;
    private long left;
    private Iterator<Object> page;
    private URI next;

    /** @param limit the most items to read */
    public Pages(TwilioClient client, Operation operation, Map<String, ?> arguments, RetryPolicy retries, long limit) {
        this.client = client;
        this.operation = operation;
        this.arguments = arguments;
        this.retries = retries;
        this.trail = new ListTrail(operation);
        this.left = limit;
    }

    @Override
    public boolean hasNext() {
        if (left <= 0) {
            return false;
        }
        while (page == null || !page.hasNext() && next != null) {
            turn();
        }
        return page.hasNext();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        left--;
        return page.next();
    }

    /** Ends the reading; no further page is fetched. */
    @Override
    public void close() {
        left = 0;
    }

    private void turn() {
        Page fetched;
        try {
            fetched = fetch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (fetched.items().size() < left) {
            trail.add(fetched);
        }
        page = fetched.items().iterator();
        next = fetched.next();
    }

    private Page fetch() throws IOException {
        return retries.repeat(operation, () -> (Page) (page == null
                ? client.call(operation, arguments)
                : client.follow(operation, next, arguments)).body(), () -> true);
    }
}
