// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import dev.conversations.api.operation.Option;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.util.TimeUtils;

/**
 * Under which name something is to be made once.
 *
 * @param name the route's own name for it; may be personal
 * @param window how far back it is looked for where no repository tells
 */
public record Key(String name, Duration window) {

    /** The option that names it. */
    public static final String OPTION = "idempotencyKey";

    private static final String WINDOW = "idempotencyWindow";
    private static final Duration DAY = Duration.ofDays(1);

    /** The options of creates that a key is made of, by name. */
    public static Map<String, Option> options() {
        Map<String, Option> options = new LinkedHashMap<>();
        options.put(OPTION, option(OPTION, Set.of(Option.Trait.PERSONAL)));
        options.put(WINDOW, option(WINDOW, Set.of()));
        return options;
    }

    /**
     * Takes the key out of a call's options.
     *
     * @return null when they name none
     * @throws IllegalArgumentException naming the option that is wrong and what it takes
     */
    public static Key takenFrom(Map<String, Object> values) {
        Object name = values.remove(OPTION);
        Object window = values.remove(WINDOW);
        if (name == null) {
            return null;
        }
        if (name.toString().isBlank()) {
            throw new IllegalArgumentException("Option " + OPTION + " must not be blank; leave it out to create in any case");
        }
        return new Key(name.toString(), window == null ? DAY : duration(window));
    }

    private static Duration duration(Object value) {
        try {
            Duration window = value instanceof Duration duration ? duration : TimeUtils.toDuration(value.toString().trim());
            if (!window.isNegative()) {
                return window;
            }
        } catch (RuntimeException e) {
            // said below
        }
        throw new IllegalArgumentException("Option " + WINDOW + " must be a time such as 12h or 3d");
    }

    /** An option of creates that is ours, not Twilio's. */
    private static Option option(String name, Set<Option.Trait> traits) {
        return new Option(name, name, Option.Place.QUERY, Option.Type.STRING, traits, List.of(), null);
    }

    @Override
    public String toString() {
        return "Key[]";
    }
}
