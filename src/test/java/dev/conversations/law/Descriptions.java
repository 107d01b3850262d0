// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The law of descriptions: every package says in one sentence what lives there and whether it is for users. */
public final class Descriptions {

    private static final Pattern SENTENCE =
            Pattern.compile("(?s)/\\*\\*\\s+[A-Z][^.!?]*\\bfor users\\b[^.!?]*\\.\\s+\\*/\\s*package [\\w.]+;\\s*");

    private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");

    private Descriptions() {}

    /** What is wrong with the descriptions of the packages in a folder and below. */
    public static List<String> faults(Path folder) throws IOException {
        try (Stream<Path> folders = Files.walk(folder).filter(Files::isDirectory)) {
            return folders.sorted().map(Descriptions::fault).flatMap(Optional::stream).toList();
        }
    }

    /** The rooms that are described as for users, by their names below the folder, which is nameless itself. */
    public static Set<String> roomsForUsers(Path folder) throws IOException {
        Set<String> rooms = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder).filter(file -> file.endsWith("package-info.java"))) {
            for (Path file : files.toList()) {
                if (!Files.readString(file).contains("not for users")) {
                    rooms.add(folder.relativize(file.getParent()).toString().replace(File.separatorChar, '.'));
                }
            }
        }
        return rooms;
    }

    /** As {@link #roomsForUsers}, but for what users run and never call. */
    public static Set<String> roomsToCall(Path folder) throws IOException {
        Set<String> rooms = roomsForUsers(folder);
        for (String room : List.copyOf(rooms)) {
            if (Files.readString(folder.resolve(room.replace('.', '/')).resolve("package-info.java")).contains("only to run")) {
                rooms.remove(room);
            }
        }
        return rooms;
    }

    /**
     * The rooms of a house that a plan says are for users, by their names within the house, which is nameless itself.
     *
     * @throws AssertionError when it says nothing
     */
    public static Set<String> promised(String house, String plan) {
        Matcher sentence = Pattern.compile("The rooms of `" + house + "`; ([^:.]*?\\busers\\b[^:.]*)").matcher(plan);
        if (!sentence.find()) {
            throw new AssertionError("Nothing says which rooms of " + house + " are for users");
        }
        return NAME.matcher(sentence.group(1)).results()
                .map(name -> name.group(1).equals(house) ? "" : name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> fault(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.noneMatch(file -> file.toString().endsWith(".java"))) {
                return Optional.empty();
            }
            Path description = folder.resolve("package-info.java");
            if (!Files.exists(description)) {
                return Optional.of(folder + " has no package-info");
            }
            return SENTENCE.matcher(Files.readString(description)).matches() ? Optional.empty()
                    : Optional.of(description + " does not say in one sentence what lives there, for users or not");
        } catch (IOException e) {
            return Optional.of(folder + ": " + e.getMessage());
        }
    }
}
