// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Option;
import dev.conversations.api.operation.Option.Place;
import dev.conversations.api.operation.Option.Trait;
import dev.conversations.api.operation.Option.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Plus signs in URIs: Camel takes them for blanks unless they stand in {@code RAW()}, and a number without its plus finds nobody. */
public final class PlusSigns {

    private static final Pattern RAW = Pattern.compile("RAW(\\(.*\\)|\\{.*})", Pattern.DOTALL);

    /** A text that begins with a blank, alone or after a channel, or has one before the at sign. */
    private static final Pattern LOST = Pattern.compile("([A-Za-z]+:)?\\s.*|[^@\\s]*+\\s[^@]*+@\\S+", Pattern.DOTALL);

    /** A number within JSON that begins so. */
    private static final Pattern LOST_IN_JSON = Pattern.compile("\"([A-Za-z]+:)?\\s+\\d{5}");

    private static final Pattern BLANK_WITHIN = Pattern.compile("[^\\s,]\\s++[^\\s,]");

    private PlusSigns() {}

    /**
     * Checks what a URI says, before {@code RAW()} is taken off.
     *
     * @throws IllegalArgumentException naming the option that has a blank where a plus sign was meant
     */
    public static void check(Operation operation, Map<String, Object> uri) {
        uri.forEach((name, value) -> {
            Option option = operation.options().get(name);
            if (option != null) {
                List<?> values = value instanceof List<?> several ? several : List.of(value);
                values.forEach(one -> check(option, one.toString()));
            }
        });
    }

    /**
     * Checks the secrets of a URI, before {@code RAW()} is taken off. No secret has a blank; there may be one beside the comma between two.
     *
     * @param secrets the names of options
     * @throws IllegalArgumentException naming the option that has a blank where a plus sign was meant
     */
    public static void checkSecrets(Collection<String> secrets, Map<String, Object> uri) {
        uri.forEach((name, value) -> {
            String text = String.valueOf(value);
            if (secrets.contains(name) && !RAW.matcher(text).matches() && BLANK_WITHIN.matcher(text).find()) {
                throw new IllegalArgumentException(("Option %s has a blank where a plus sign must have stood: in a URI that means a blank,"
                        + " except in %1$s=RAW(...); or set it in application.properties").formatted(name));
            }
        });
    }

    private static void check(Option option, String value) {
        boolean json = option.type() == Type.JSON || option.type() == Type.JSON_LIST;
        boolean address = option.traits().contains(Trait.ADDRESS) || option.place() == Place.PATH;
        boolean lost = !RAW.matcher(value).matches()
                && (json ? LOST_IN_JSON.matcher(value).find() : address && LOST.matcher(value).matches());
        if (lost) {
            throw new IllegalArgumentException(("Option %s has a blank where a plus sign must have stood: in a URI that means a blank,"
                    + " except in %1$s=RAW(...); or give it in a header").formatted(option.name()));
        }
    }
}
