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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of the rooms, for each house that has some: CONTRIBUTING.md has their plan. */
class HousesTest {

    private static final String HOUSES = "dev.conversations.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.conversations");
    private static final int MOST = 15;
    /** Users meet what stands in the house itself, none of its rooms. */
    private static final Set<String> FOR_USERS = Set.of("");
    private static final List<Path> NAMING_CLASSES = List.of(Path.of("routes"),
            Path.of("src/main/resources/META-INF"), Path.of("src/generated/resources/META-INF"));

    @Retention(RetentionPolicy.RUNTIME)
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"sandbox", "app"})
    private @interface EachHouse {}

    @EachHouse
    void hasRoomsToLookOver(String house) {
        rooms(house).areOfASizeToLookOver(MOST).check(CLASSES);
    }

    @EachHouse
    void hasNoCircles(String house) {
        rooms(house).areFreeOfCircles().check(CLASSES);
    }

    @EachHouse
    void keepsToItsPlan(String house) throws IOException {
        rooms(house).knowOnly(Plan.of(house, Files.readString(Path.of("CONTRIBUTING.md")))).check(CLASSES);
    }

    @EachHouse
    void publishesOnlyWhatIsNeeded(String house) throws IOException {
        rooms(house).publishOnlyWhatIsNeeded(FOR_USERS, namedElsewhere()).check(CLASSES);
    }

    @EachHouse
    void hidesItsRoomsFromUsers(String house) {
        rooms(house).hideTheRoomsBehind(FOR_USERS).check(CLASSES);
    }

    @EachHouse
    void saysOfEveryRoomWhatItIsFor(String house) throws IOException {
        assertThat(Descriptions.faults(Path.of("src/main/java/dev/conversations", house))).isEmpty();
    }

    private static Rooms rooms(String house) {
        return new Rooms(HOUSES + house);
    }

    /** What names classes without being one: routes and services. */
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
