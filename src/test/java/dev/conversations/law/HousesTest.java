// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of the rooms, for each house that has some: CONTRIBUTING.md has their plan. */
class HousesTest {

    private static final String HOUSES = "dev.conversations.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.conversations");
    private static final int MOST = 15;
    private static final Path SOURCES = Path.of("src/main/java/dev/conversations");
    private static final List<Path> NAMING_CLASSES = List.of(Path.of("routes"), Path.of("catalog/kamelets"), SOURCES.resolve("app/Bridge.java"),
            Path.of("src/main/resources/META-INF"), Path.of("src/generated/resources/META-INF"));

    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"api", "camel", "sandbox", "app"})
    private @interface EachHouse {}

    @EachHouse
    void hasRoomsToLookOver(String house) throws IOException {
        rooms(house).areOfASizeToLookOver(MOST, generated(house)).check(CLASSES);
    }

    @EachHouse
    void hasNoCircles(String house) {
        rooms(house).areFreeOfCircles().check(CLASSES);
    }

    @EachHouse
    void keepsToItsPlan(String house) throws IOException {
        rooms(house).knowOnly(plan(house)).check(CLASSES);
    }

    @EachHouse
    void publishesOnlyWhatIsNeeded(String house) throws IOException {
        Set<String> free = new HashSet<>(generated(house));
        free.addAll(Descriptions.roomsForUsers(SOURCES.resolve(house)));
        rooms(house).publishOnlyWhatIsNeeded(free, namedElsewhere()).check(CLASSES);
    }

    @EachHouse
    void hidesItsRoomsFromUsers(String house) throws IOException {
        rooms(house).hideTheRoomsBehind(Descriptions.roomsForUsers(SOURCES.resolve(house))).check(CLASSES);
    }

    @EachHouse
    void saysTheSameOfItsRoomsForUsersInPlanAndRooms(String house) throws IOException {
        assertThat(Descriptions.promised(house, Files.readString(Path.of("CONTRIBUTING.md"))))
                .isEqualTo(Descriptions.roomsForUsers(SOURCES.resolve(house)));
    }

    @Test
    void allPackagesSayWhatTheyAreFor() throws IOException {
        assertThat(Descriptions.faults(SOURCES)).isEmpty();
    }

    @Test
    void documentationIsPublishedOfRoomsForUsersOnly() throws IOException {
        assertThat(Javadoc.faults(Files.readString(Path.of("pom.xml")), Descriptions.roomsToCall(SOURCES))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"api, Timing Alarms", "webhook, ''", "camel, ''", "sandbox, Main Means SettableClock", "app, Main Bridge"})
    void isHandedTimeChanceAndThreads(String house, String sources) {
        rooms(house).areHandedWhatTheyNeed(Set.of(sources.split(" "))).check(CLASSES);
    }

    private static Map<String, Set<String>> plan(String house) throws IOException {
        return Plan.of(house, Files.readString(Path.of("CONTRIBUTING.md")));
    }

    /** The rooms of which nothing is written but what they are for. */
    private static Set<String> generated(String house) throws IOException {
        Set<String> rooms = new HashSet<>();
        for (String room : plan(house).keySet()) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(house).resolve(room.replace('.', '/')))) {
                if (files.allMatch(file -> file.endsWith("package-info.java"))) {
                    rooms.add(room);
                }
            }
        }
        return rooms;
    }

    private static Rooms rooms(String house) {
        return new Rooms(HOUSES + house);
    }

    /** What names classes that others meet by other names: routes, Kamelets, what binds beans for them, services. */
    private static String namedElsewhere() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path folder : NAMING_CLASSES) {
            try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
                for (Path file : files.toList()) {
                    text.append(Files.readString(file)).append('\n');
                }
            }
        }
        return text.toString();
    }
}
