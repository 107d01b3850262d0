// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import dev.conversations.api.text.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** When an item of a list was made. */
public final class ItemDate {

    private static final List<String> NAMES = List.of("date_created", "conversation_date_created");

    private ItemDate() {}

    /** Empty when the item, a record or a map of its fields, does not say so. */
    public static Optional<Instant> of(Object item) {
        try {
            return NAMES.stream().map(name -> item instanceof Map<?, ?> fields ? fields.get(name) : Json.field(item, name))
                    .filter(Objects::nonNull).findFirst().map(date -> OffsetDateTime.parse(date.toString()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
