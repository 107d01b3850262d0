// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A query of Salesforce's, as far as the routes use them: fields of one object whose conditions hold, all of them or any.
 *
 * @param all whether all conditions have to hold
 */
record Soql(List<String> fields, String object, List<Condition> conditions, boolean all, long limit) {
    private static final String TEXT = "'(?:[^'\\\\]|\\\\.)*'";
    private static final Pattern BEGINNING = Pattern.compile("SELECT ([\\w, ]+) FROM (\\w+)\\s+WHERE\\s+", Pattern.DOTALL);
    private static final Pattern CONDITION = Pattern.compile(
            "(\\w+) (?:= (" + TEXT + ")|IN \\((" + TEXT + "(?:, *" + TEXT + ")*)\\))\\s*(?:(AND|OR)\\s+)?", Pattern.DOTALL);
    private static final Pattern END = Pattern.compile("(?:ORDER BY \\w+)?(?: LIMIT (\\d+))?");

    /** A field has one of the values. */
    record Condition(String field, List<String> values) {}

    static Optional<Soql> of(String text) {
        Matcher beginning = BEGINNING.matcher(text);
        if (!beginning.lookingAt()) {
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>();
        List<String> links = new ArrayList<>();
        Matcher condition = CONDITION.matcher(text);
        int at = beginning.end();
        boolean more = true;
        while (more) {
            if (!condition.region(at, text.length()).lookingAt()) {
                return Optional.empty();
            }
            String values = condition.group(2) == null ? condition.group(3) : condition.group(2);
            conditions.add(new Condition(condition.group(1), values(values)));
            at = condition.end();
            more = condition.group(4) != null;
            Stream.ofNullable(condition.group(4)).forEach(links::add);
        }
        Matcher end = END.matcher(text.substring(at));
        if (!end.matches() || links.stream().distinct().count() > 1) {
            return Optional.empty();
        }
        return Optional.of(new Soql(List.of(beginning.group(1).split(", *")), beginning.group(2), conditions,
                links.contains("AND"), end.group(1) == null ? 2000 : Long.parseLong(end.group(1))));
    }

    /** All fields that it names. */
    List<String> named() {
        return Stream.concat(fields.stream(), conditions.stream().map(Condition::field)).toList();
    }

    boolean finds(Map<String, Object> found) {
        Stream<Boolean> holding = conditions.stream()
                .map(condition -> condition.values().contains(String.valueOf(found.get(condition.field()))));
        return all ? holding.allMatch(it -> it) : holding.anyMatch(it -> it);
    }

    private static List<String> values(String quoted) {
        return Pattern.compile(TEXT).matcher(quoted).results().map(text -> text.group())
                .map(text -> text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")).toList();
    }
}
