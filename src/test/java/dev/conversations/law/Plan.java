// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The plan of a house, as a table of Markdown tells it: a row for each room, of its name, what lives there, and the rooms
 * that it may know. All rooms are named from the house on, and those it may know without the house; {@code all} are all
 * but the house itself, which no room of it may know.
 */
public final class Plan {

    private static final Pattern ROW = Pattern.compile("\\| `([\\w.]+)` \\| .* \\| (.*) \\|");
    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    private Plan() {}

    /**
     * What each room may know; the empty name is the house itself.
     *
     * @throws AssertionError when no table tells it
     */
    public static Map<String, Set<String>> of(String house, String markdown) {
        return Arrays.stream(markdown.split("\n\\s*\n"))
                .map(table -> rows(house, table)).filter(rows -> rows.size() > 1).findFirst()
                .orElseThrow(() -> new AssertionError("There is no table of the rooms of " + house));
    }

    private static Map<String, Set<String>> rows(String house, String table) {
        Map<String, String> cells = new TreeMap<>();
        ROW.matcher(table).results().filter(row -> row.group(1).matches(Pattern.quote(house) + "(\\..+)?"))
                .forEach(row -> cells.put(row.group(1).substring(house.length()).replaceFirst("^\\.", ""), row.group(2)));
        Set<String> all = cells.keySet().stream().filter(room -> !room.isEmpty()).collect(toSet());
        Map<String, Set<String>> plan = new TreeMap<>();
        cells.forEach((room, cell) -> plan.put(room, cell.startsWith("all") ? all : names(cell)));
        return plan;
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(toSet());
    }
}
