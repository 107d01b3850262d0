// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The laws of a house: a package, whose rooms are itself and the packages below it.
 *
 * @param root the package
 */
public record Rooms(String root) {

    private static final Pattern NAME = Pattern.compile("[a-z]\\w*(\\.\\w+)+");
    private static final Pattern TAKEN = Pattern.compile(
            "java\\.time\\.\\w+\\.now|java\\.time\\.(Clock|InstantSource)\\.(system|tick)\\w*"
            + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)|java\\.lang\\.Math\\.random"
            + "|java\\.lang\\.Thread\\.(<init>|sleep)|java\\.util\\.(Random|Timer)\\.<init>"
            + "|java\\.util\\.concurrent\\.TimeUnit\\.(sleep|timedWait|timedJoin)"
            + "|java\\.util\\.concurrent\\.CompletableFuture\\.(orTimeout|completeOnTimeout|delayedExecutor)"
            + "|java\\.util\\.concurrent\\.ForkJoinPool\\.commonPool|java\\.util\\.\\w+\\.parallelStream"
            + "|java\\.util\\.UUID\\.randomUUID"
            + "|java\\.security\\.SecureRandom\\.<init>|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current"
            + "|java\\.util\\.concurrent\\.Executors\\.\\w+|java\\.util\\.concurrent\\.\\w+Executor\\.<init>"
            + "|java\\.net\\.http\\.HttpClient\\.newHttpClient|java\\.net\\.http\\.HttpClient\\.newBuilder");

    /**
     * A room has more than one class, and no more than that many.
     *
     * @param tables rooms that are generated, with a class for each line of a table
     */
    public ArchRule areOfASizeToLookOver(int most, Set<String> tables) {
        Map<String, Integer> sizes = new HashMap<>();
        return should("lie in rooms of 2 to " + most, (item, events) -> {
            if (item.isTopLevelClass() && !item.getSimpleName().equals("package-info") && !tables.contains(room(item))) {
                sizes.merge(item.getPackageName(), 1, Integer::sum);
            }
        }, events -> sizes.forEach((room, size) -> {
            if (size < 2 || size > most) {
                events.add(violated(room, room + " has " + size + " classes"));
            }
        }));
    }

    /** Rooms do not depend on each other in circles, the outermost included. */
    public ArchRule areFreeOfCircles() {
        return slices().assignedFrom(new SliceAssignment() {

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass item) {
                return isInside(item) ? SliceIdentifier.of(item.getPackageName()) : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "rooms of " + root;
            }
        }).should().beFreeOfCycles();
    }

    /**
     * Each room knows only those other rooms that it may, and those are all there are.
     *
     * @param allowed what a room may know, by its name below the root; an empty name is the root itself
     */
    public ArchRule knowOnly(Map<String, Set<String>> allowed) {
        Set<String> missing = new TreeSet<>(allowed.keySet());
        return should("know only the rooms they may", (item, events) -> {
            missing.remove(room(item));
            if (!allowed.containsKey(room(item))) {
                events.add(violated(item, item.getName() + " lies in a room that the law does not know"));
                return;
            }
            for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (isInside(target) && !room(target).equals(room(item))
                        && !allowed.get(room(item)).contains(room(target))) {
                    events.add(violated(dependency, dependency.getDescription()));
                }
            }
        }, events -> missing.forEach(room -> events.add(violated(room, "There is no room " + room))));
    }

    /**
     * A class is public for users, or because another room needs it, or something else than a class does.
     *
     * @param elsewhere what is no class, but names some by their full names; it needs what their methods show as well
     */
    public ArchRule publishOnlyWhatIsNeeded(Set<String> forUsers, String elsewhere) {
        Set<String> named = NAME.matcher(elsewhere).results().map(MatchResult::group).collect(toSet());
        return should("publish only what users meet or another room needs", (item, events) -> {
            boolean needed = named.contains(item.getName())
                    || item.getDirectDependenciesToSelf().stream().map(Dependency::getOriginClass)
                            .anyMatch(user -> !user.getPackageName().equals(item.getPackageName())
                                    || named.contains(user.getName()) && shows(user, item));
            if (item.isTopLevelClass() && isPublic(item) && !forUsers.contains(room(item)) && !needed) {
                events.add(violated(item, item.getName() + " is public, but no other room needs it"));
            }
        });
    }

    /** What is public in rooms for users speaks of nothing in the rooms behind. */
    public ArchRule hideTheRoomsBehind(Set<String> forUsers) {
        return should("hide the rooms behind from users", (item, events) -> {
            if (isPublic(item) && forUsers.contains(room(item))) {
                publicUnits(item)
                        .filter(unit -> types(unit).anyMatch(type -> isInside(type) && !forUsers.contains(room(type))))
                        .forEach(unit -> events.add(violated(unit, unit.getFullName() + " shows a room behind")));
            }
        });
    }

    /** Time, chance, threads and the way out are handed in, but for the classes named, where they come from. */
    public ArchRule areHandedWhatTheyNeed(Set<String> sources) {
        return should("be handed clock, random numbers, threads and the way out", (item, events) -> {
            if (!sources.contains(outermost(item).getSimpleName())) {
                item.getAccessesFromSelf().stream()
                        .filter(access -> TAKEN.matcher(
                                access.getTargetOwner().getName() + "." + access.getTarget().getName()).matches())
                        .forEach(access -> events.add(violated(access, access.getDescription())));
            }
        });
    }

    private ArchRule should(String description, BiConsumer<JavaClass, ConditionEvents> check) {
        return should(description, check, events -> {});
    }

    private ArchRule should(
            String description, BiConsumer<JavaClass, ConditionEvents> check, Consumer<ConditionEvents> last) {
        return classes().that().resideInAPackage(root + "..").should(new ArchCondition<>(description) {

            @Override
            public void check(JavaClass item, ConditionEvents events) {
                check.accept(item, events);
            }

            @Override
            public void finish(ConditionEvents events) {
                last.accept(events);
            }
        });
    }

    private static boolean shows(JavaClass item, JavaClass shown) {
        return publicUnits(item).flatMap(Rooms::types).anyMatch(shown::equals);
    }

    private static Stream<JavaCodeUnit> publicUnits(JavaClass item) {
        return item.getCodeUnits().stream().filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static Stream<JavaClass> types(JavaCodeUnit unit) {
        return Stream.of(unit.getReturnType().getAllInvolvedRawTypes().stream(),
                unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()))
                .flatMap(type -> type);
    }

    private static JavaClass outermost(JavaClass item) {
        return item.getEnclosingClass().map(Rooms::outermost).orElse(item);
    }

    private static boolean isPublic(JavaClass item) {
        return item.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private boolean isInside(JavaClass item) {
        return item.getPackageName().equals(root) || item.getPackageName().startsWith(root + ".");
    }

    private String room(JavaClass item) {
        return item.getPackageName().equals(root) ? "" : item.getPackageName().substring(root.length() + 1);
    }
}
