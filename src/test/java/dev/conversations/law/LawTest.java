// SPDX-License-Identifier: Apache-2.0
package dev.conversations.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Each law finds the breach that was planted for it, and nothing else there. */
class LawTest {

    private static final String PLANTED = "dev.conversations.law.planted.";

    @Test
    void aCrowdedRoomIsFoundAndOneWithASingleClass() {
        assertThat(breaches("crowded", rooms -> rooms.areOfASizeToLookOver(3, Set.of()))).containsExactlyInAnyOrder(
                PLANTED + "crowded.hall has 4 classes", PLANTED + "crowded.cell has 1 classes");
        assertThat(breaches("crowded", rooms -> rooms.areOfASizeToLookOver(3, Set.of("hall"))))
                .containsExactly(PLANTED + "crowded.cell has 1 classes");
        assertThat(breaches("crowded.hall", rooms -> rooms.areOfASizeToLookOver(4, Set.of()))).isEmpty();
    }

    @Test
    void aCircleOfRoomsIsFound() {
        assertThat(breaches("circle", Rooms::areFreeOfCircles)).singleElement().asString()
                .contains("Cycle detected", "circle.left", "circle.right");
        assertThat(breaches("stranger", Rooms::areFreeOfCircles)).isEmpty();
    }

    @Test
    void aClassInTheWrongRoomIsFound() {
        Map<String, Set<String>> law = Map.of("above", Set.of("below"), "below", Set.of());
        assertThat(breaches("stranger", rooms -> rooms.knowOnly(law)))
                .isNotEmpty()
                .allMatch(breach -> breach.contains("stranger.below.Below") && breach.contains("stranger.above.Above")
                        || breach.endsWith("elsewhere.Elsewhere lies in a room that the law does not know"))
                .anyMatch(breach -> breach.contains("elsewhere")).anyMatch(breach -> breach.contains("below"));
        assertThat(breaches("stranger", rooms -> rooms.knowOnly(Map.of(
                "above", Set.of(), "below", Set.of("above"), "elsewhere", Set.of(), "attic", Set.of()))))
                .containsExactly("There is no room attic");
        assertThat(breaches("stranger", rooms -> rooms.knowOnly(
                Map.of("above", Set.of(), "below", Set.of("above"), "elsewhere", Set.of())))).isEmpty();
    }

    @Test
    void aRoomThatKnowsItsHouseIsFoundThoughItMayKnowAll() {
        String plan = """
                | package | what lives there | may know |
                |---|---|---|
                | `climbing` | the roof | all below |
                | `climbing.cellar` | what climbs | all |
                """;
        assertThat(breaches("climbing", rooms -> rooms.knowOnly(Plan.of("climbing", plan))))
                .isNotEmpty().allMatch(breach -> breach.contains("cellar.Cellar") && breach.contains("climbing.Roof"));
    }

    @Test
    void aPlanIsReadFromItsOwnTable() {
        String plans = """
                | `house` | among others | `one`, `other` |
                | `other` | | |

                | `house` | the house | all below |
                | `house.one` | `two` | `house`, `api` |
                | `house.one.more` | more | `one` |
                """;
        assertThat(Plan.of("house", plans)).containsOnly(Map.entry("", Set.of("one", "one.more")),
                Map.entry("one", Set.of("house", "api")), Map.entry("one.more", Set.of("one")));
        assertThatThrownBy(() -> Plan.of("other", plans)).hasMessage("There is no table of the rooms of other");
    }

    @Test
    void aClassThatIsPublicForNobodyIsFound() {
        assertThat(breaches("leak", rooms -> rooms.publishOnlyWhatIsNeeded(
                Set.of("front"), PLANTED + "leak.behind.Need")))
                .containsExactlyInAnyOrder(PLANTED + "leak.behind.Needless is public, but no other room needs it",
                        PLANTED + "leak.behind.Shown is public, but no other room needs it");
        assertThat(breaches("leak", rooms -> rooms.publishOnlyWhatIsNeeded(
                Set.of("front"), "beanType: " + PLANTED + "leak.behind.Needless"))).isEmpty();
    }

    @Test
    void aMethodThatShowsUsersARoomBehindIsFound() {
        assertThat(breaches("leak", rooms -> rooms.hideTheRoomsBehind(Set.of("front"))))
                .containsExactly(PLANTED + "leak.front.Window.shown() shows a room behind");
    }

    @Test
    void timeChanceAndThreadsThatAreTakenAreFound() {
        assertThat(breaches("taken", rooms -> rooms.areHandedWhatTheyNeed(Set.of()))).hasSize(7)
                .anyMatch(breach -> breach.contains("Instant.now")).anyMatch(breach -> breach.contains("randomUUID"))
                .anyMatch(breach -> breach.contains("Executors")).anyMatch(breach -> breach.contains("nanoTime"))
                .anyMatch(breach -> breach.contains("InstantSource.system"))
                .anyMatch(breach -> breach.contains("commonPool")).anyMatch(breach -> breach.contains("orTimeout"));
        assertThat(breaches("taken", rooms -> rooms.areHandedWhatTheyNeed(Set.of("Taker")))).isEmpty();
    }

    @Test
    void aPackageWithoutItsSentenceIsFound() throws IOException {
        Path described = Path.of("src/test/java/dev/conversations/law/planted/described");
        assertThat(Descriptions.faults(described)).hasSize(2)
                .anyMatch(fault -> fault.contains("mute")).anyMatch(fault -> fault.contains("silent"));
        assertThat(Descriptions.roomsForUsers(described)).containsExactly("open", "silent");
    }

    @Test
    void roomsOfWhichAPlanSaysOtherwiseAreFound() {
        assertThat(Descriptions.promised("house", "The rooms of `house`; only `house` itself and `hall` are for users, and no\nroom: `x`"))
                .containsExactly("", "hall");
        assertThat(Descriptions.promised("house", "The rooms of `house`; users meet only\n`house` itself: `x`")).containsExactly("");
        assertThatThrownBy(() -> Descriptions.promised("house", "The rooms of `other`; only `other` is for users:"))
                .hasMessage("Nothing says which rooms of house are for users");
    }

    @Test
    void aRoomDocumentedForNobodyIsFoundAndOneThatIsNot() {
        String pom = """
                <sourceFileInclude>dev/conversations/front/*.java</sourceFileInclude>
                <sourceFileInclude>dev/conversations/front/behind/*.java</sourceFileInclude>
                """;
        assertThat(Javadoc.faults(pom, Set.of("front", "side"))).containsExactly(
                "front.behind is documented, but is not for users", "side is for users, but is not documented");
        assertThat(Javadoc.faults(pom, Set.of("front", "front.behind"))).isEmpty();
        assertThatThrownBy(() -> Javadoc.faults("<sourceFileInclude>dev/**</sourceFileInclude>", Set.of()))
                .hasMessageContaining("is to be a room");
    }

    private static List<String> breaches(String planted, Function<Rooms, ArchRule> law) {
        JavaClasses classes = new ClassFileImporter().importPackages(PLANTED + planted);
        return law.apply(new Rooms(PLANTED + planted)).evaluate(classes).getFailureReport().getDetails();
    }
}
