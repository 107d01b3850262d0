// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The law of published documentation: it covers what users meet and nothing else. */
public final class Javadoc {

    private static final Pattern COVERED = Pattern.compile("<sourceFileInclude>dev/conversations/([\\w/]+)/\\*\\.java</sourceFileInclude>");
    private static final Pattern RULE = Pattern.compile("<sourceFileInclude>");

    private Javadoc() {}

    /**
     * The rooms of which a project publishes documentation.
     *
     * @param pom the project's, as text
     * @throws AssertionError when it says so in a way that is not understood here
     */
    public static Set<String> covered(String pom) {
        List<String> rooms = COVERED.matcher(pom).results().map(match -> match.group(1).replace('/', '.')).toList();
        if (rooms.size() != RULE.matcher(pom).results().map(MatchResult::group).count()) {
            throw new AssertionError("Each sourceFileInclude is to be a room, as dev/conversations/room/*.java");
        }
        return new TreeSet<>(rooms);
    }

    /** What a project publishes that users do not meet, or leaves out though they do. */
    public static List<String> faults(String pom, Set<String> forUsers) {
        Set<String> faults = new TreeSet<>();
        for (String room : covered(pom)) {
            if (!forUsers.contains(room)) {
                faults.add(room + " is documented, but is not for users");
            }
        }
        for (String room : forUsers) {
            if (!covered(pom).contains(room)) {
                faults.add(room + " is for users, but is not documented");
            }
        }
        return List.copyOf(faults);
    }
}
