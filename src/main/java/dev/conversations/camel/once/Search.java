// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import dev.conversations.api.Pages;
import dev.conversations.api.RetryPolicy;
import dev.conversations.api.TwilioClient;
import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Looks for marked items at Twilio. */
record Search(TwilioClient client, RetryPolicy policy) {

    private static final String KEY = "sid";
    private static final String ORDER = "order";
    private static final String DATE = "date_created";
    /** What is given to send along: the item may have been made in the past. */
    private static final String HISTORY = "dateCreated";
    /** By how much the clocks of Twilio and of this machine may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /**
     * The item that bears the mark; null when there is none.
     *
     * @param since when it was made at the earliest; null when unknown
     * @throws IOException when Twilio does not tell
     */
    Object find(Mark mark, Instant since) throws IOException {
        return mark.finder().isList() ? among(mark, since) : named(mark);
    }

    private Object named(Mark mark) throws IOException {
        Map<String, Object> arguments = mark.place();
        arguments.put(KEY, mark.value());
        try {
            return policy.repeat(mark.finder(), () -> client.call(mark.finder(), arguments), () -> true).body();
        } catch (TwilioException e) {
            if (e.isNotFound()) {
                return null;
            }
            throw e;
        }
    }

    /**
     * Reads a list, newest first where it has an order. It ends when a page's worth of items in a row is too old: what
     * others import from the past may stand between.
     */
    private Object among(Mark mark, Instant since) throws IOException {
        Operation list = mark.finder();
        Map<String, Object> arguments = mark.place();
        int page = list.resource().maxPageSize();
        arguments.put("pageSize", page);
        boolean ordered = list.options().containsKey(ORDER);
        if (ordered) {
            arguments.put(ORDER, "desc");
        }
        Instant end = !ordered || since == null || mark.arguments().containsKey(HISTORY) ? Instant.MIN : since.minus(SKEW);
        Pages items = new Pages(client, list, arguments, policy, Long.MAX_VALUE);
        try {
            for (int old = 0; old < page && items.hasNext(); ) {
                Object item = items.next();
                if (mark.isOn(item)) {
                    return item;
                }
                old = isOlder(item, end) ? old + 1 : 0;
            }
            return null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isOlder(Object item, Instant end) {
        try {
            return Instant.parse(Objects.toString(Json.field(item, DATE), "")).isBefore(end);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
