// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server must know of a resource beyond its operations.
 *
 * @param resource the resource
 * @param keeps the resource whose items it makes; its own name unless it only opens another's items
 * @param noun the noun in the names of its events, such as {@code Message}; null when it has none
 * @param place where its items live
 * @param fields the fields of a reply with their types, by JSON name and in order
 * @param options what is special about its options, by name
 * @param keys what identifies and limits its items
 * @param defaults the values of a new item by dotted JSON name
 * @param links the links of a reply: a path below the item ({@code {url}/...}) or below its service ({@code /...})
 * @param serviceOnly the fields that replies at account level lack
 */
public record Shape(
        String resource,
        String keeps,
        String noun,
        Place place,
        Map<String, String> fields,
        Map<String, Intake> options,
        Keys keys,
        Map<String, Object> defaults,
        Map<String, String> links,
        List<String> serviceOnly) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /**
     * Where items live.
     *
     * @param path the path of the collection, or of the one item
     * @param key the option that names an item in a path; null when there is only one item
     * @param prefix what SIDs begin with; null when items have none of their own
     */
    public record Place(String path, String key, String prefix) {}

    /**
     * How an option is taken in.
     *
     * @param field the dotted JSON name under which a reply shows it; null when it does not
     * @param max the longest value (for JSON in bytes, for lists of JSON in items); 0 when any will do
     * @param tooLong the error for a longer value
     * @param malformed the error for a value that is none
     * @param missing the error when it is required and absent
     */
    public record Intake(String field, int max, int tooLong, int malformed, int missing) {
        static final Intake PLAIN = new Intake(null, 0, 20001, 20001, 20001);
    }

    /**
     * What identifies and limits items.
     *
     * @param alias the field that may stand in place of the SID in a path
     * @param unique fields that no two items of a collection share, with the error
     * @param atMost the most items of a collection; 0 when there is no limit
     * @param tooMany the error for one more
     */
    public record Keys(String alias, Map<String, Integer> unique, int atMost, int tooMany) {}

    /** HTTP status and text of an error; {@code %s} in the text is what the refusal names. */
    record Failure(int status, String text) {}

    /** A parent in the path of a collection: the option that names it and the resource it belongs to. */
    public record Parent(String option, Shape shape) {}

    public boolean single() {
        return place.key() == null;
    }

    public Intake intake(String option) {
        return options.getOrDefault(option, Intake.PLAIN);
    }

    /** The parents that the path of the collection names, outermost first. */
    public List<Parent> parents() {
        List<Parent> parents = new ArrayList<>();
        Matcher placeholders = PLACEHOLDER.matcher(place.path());
        while (placeholders.find()) {
            String collection = place.path().substring(0, placeholders.start() - 1);
            Shapes.all().values().stream().filter(shape -> shape.place.path().equals(collection)).findFirst()
                    .ifPresent(shape -> parents.add(new Parent(placeholders.group(1), shape)));
        }
        return parents;
    }
}
