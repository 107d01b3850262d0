// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import dev.conversations.api.Pages;
import dev.conversations.api.operation.Operation;
import dev.conversations.camel.call.Call;
import dev.conversations.camel.call.Caller;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what is new in a list. A cursor is a text that says how far a reader got. */
public interface NewItems {

    /** What makes Twilio leave out what was made before, where it can. */
    String START_DATE = "startDate";

    /**
     * Finds it the way the list allows.
     *
     * @param caller reads the list
     * @param asked what the list is asked with
     */
    static NewItems of(Caller caller, Map<String, Object> asked) {
        return caller.operation().cursor() == null
                ? new NewByDate(begin -> pages(caller, asked, made(caller.operation(), begin)))
                : new NewByIndex(caller.operation(), more -> pages(caller, asked, more));
    }

    private static Map<String, Object> made(Operation operation, Instant begin) {
        boolean can = operation.options().containsKey(START_DATE) && begin.isAfter(Instant.EPOCH);
        return can ? Map.of(START_DATE, begin.atOffset(ZoneOffset.UTC).toLocalDate().toString()) : Map.of();
    }

    private static Pages pages(Caller caller, Map<String, Object> asked, Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(own);
        all.putAll(asked);
        if (own.containsKey("pageSize")) {
            all.put("pageSize", own.get("pageSize"));
        }
        return caller.pages(new Call(all, Long.MAX_VALUE, true));
    }

    /** The cursor of a reader who has seen all that is in the list now. */
    String now();

    /**
     * The oldest items after the cursor, oldest first.
     *
     * @param cursor null for all items from the beginning
     * @param most the most items to find
     */
    List<Object> after(String cursor, int most);

    /**
     * The oldest items that were made at an instant or later, oldest first.
     *
     * @param most the most items to find
     */
    List<Object> since(Instant begin, int most);

    /** The cursor of a reader who had got to the cursor and then saw the item. */
    String moved(String cursor, Object item);
}
