package dev.conversations;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.conversations.law.Descriptions;
import dev.conversations.law.Rooms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The law of the house: who may know whom. */
@AnalyzeClasses(packages = "dev.conversations", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule everyRoomKnowsOnlyWhatItMay = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("model").definedBy("dev.conversations.model..")
            .layer("api").definedBy("dev.conversations.api..")
            .layer("webhook").definedBy("dev.conversations.webhook..")
            .layer("camel").definedBy("dev.conversations.camel..")
            .layer("sandbox").definedBy("dev.conversations.sandbox..")
            .layer("app").definedBy("dev.conversations.app..")
            .whereLayer("app").mayNotBeAccessedByAnyLayer()
            .whereLayer("sandbox").mayOnlyBeAccessedByLayers("app")
            .whereLayer("camel").mayOnlyBeAccessedByLayers("app")
            .whereLayer("api").mayOnlyBeAccessedByLayers("camel", "sandbox", "app")
            .whereLayer("webhook").mayOnlyBeAccessedByLayers("camel", "sandbox", "app");

    @ArchTest
    static final ArchRule noRoomsDependOnEachOtherInCircles =
            slices().matching("dev.conversations.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyCamelAndTheAppKnowCamel = noClasses()
            .that().resideInAnyPackage("..model..", "..api..", "..webhook..", "..sandbox..")
            .should().dependOnClassesThat().resideInAPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule recordsKnowOnlyTheJdkAndAnnotations = noClasses()
            .that().resideInAPackage("dev.conversations.model")
            .should().dependOnClassesThat().resideOutsideOfPackages("java..", "com.fasterxml.jackson.annotation..");

    @ArchTest
    static final ArchRule webhooksKnowNoHttpServer = noClasses()
            .that().resideInAPackage("dev.conversations.webhook")
            .should().dependOnClassesThat()
            .resideOutsideOfPackages("dev.conversations.webhook", "dev.conversations.model", "java..", "javax.crypto..",
                    "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule theComponentNeedsNeitherSandboxNorTestsNorServers = noClasses()
            .that().resideInAnyPackage("dev.conversations.model", "dev.conversations.api", "dev.conversations.webhook")
            .should().dependOnClassesThat()
            .resideInAnyPackage("com.github.tomakehurst..", "org.wiremock..", "org.junit..", "io.vertx..");

    @ArchTest
    static final ArchRule noStaticsCanChangeBecauseManyAccountsLiveInOneJvm =
            fields().that().areStatic().should().haveModifier(FINAL).allowEmptyShould(true);

    private static final Rooms SANDBOX = new Rooms("dev.conversations.sandbox");
    private static final int MOST = 15;

    @ArchTest
    static final ArchRule theSandboxHasRoomsToLookOver = SANDBOX.areOfASizeToLookOver(MOST);

    @ArchTest
    static final ArchRule theSandboxHasNoCircles = SANDBOX.areFreeOfCircles();

    @ArchTest
    static final ArchRule theSandboxKnowsItsOrder = SANDBOX.knowOnly(Map.of(
            "call", Set.of(),
            "world", Set.of("call"),
            "hooks", Set.of("call", "world"),
            "front", Set.of("call", "world"),
            "media", Set.of("call", "world", "front"),
            "rules", Set.of("call", "world", "hooks", "media"),
            "channels", Set.of("call", "world", "hooks", "media", "rules"),
            "page", Set.of("call", "world", "hooks", "media", "rules", "channels", "front"),
            "", Set.of("call", "world", "hooks", "media", "rules", "channels", "front", "page")));

    @ArchTest
    static final ArchRule theSandboxPublishesOnlyWhatIsNeeded = SANDBOX.publishOnlyWhatIsNeeded(Set.of(""));

    @ArchTest
    static final ArchRule theSandboxHidesItsRoomsFromUsers = SANDBOX.hideTheRoomsBehind(Set.of(""));

    @ArchTest
    static final ArchRule theSandboxIsHandedTimeChanceAndThreads =
            SANDBOX.areHandedWhatTheyNeed(Set.of("Main", "Means", "SettableClock"));

    private static final Rooms CAMEL = new Rooms("dev.conversations.camel");
    private static final Set<String> OF_CAMEL_FOR_USERS = Set.of("", "options");

    @ArchTest
    static final ArchRule theComponentHasRoomsToLookOver = CAMEL.areOfASizeToLookOver(MOST, Set.of("metadata"));

    @ArchTest
    static final ArchRule theComponentHasNoCircles = CAMEL.areFreeOfCircles();

    @ArchTest
    static final ArchRule theComponentKnowsItsOrder = CAMEL.knowOnly(Map.ofEntries(
            entry("metadata", Set.of()),
            entry("options", Set.of()),
            entry("state", Set.of()),
            entry("observe", Set.of()),
            entry("account", Set.of("options")),
            entry("call", Set.of("options")),
            entry("media", Set.of("call")),
            entry("poll", Set.of("options", "call", "state")),
            entry("register", Set.of("options")),
            entry("listen", Set.of("options", "observe")),
            entry("trust", Set.of("options", "listen")),
            entry("receive", Set.of("options", "state", "observe", "register", "listen", "trust")),
            entry("", Set.of("metadata", "options", "account", "call", "media", "poll", "observe", "register", "trust",
                    "receive"))));

    @ArchTest
    static final ArchRule theComponentPublishesOnlyWhatIsNeeded = CAMEL.publishOnlyWhatIsNeeded(Set.of("", "options", "metadata"));

    @ArchTest
    static final ArchRule theComponentHidesItsRoomsFromUsers = CAMEL.hideTheRoomsBehind(OF_CAMEL_FOR_USERS);

    @ArchTest
    static final ArchRule theComponentIsHandedTimeChanceAndThreads = CAMEL.areHandedWhatTheyNeed(Set.of());

    @ArchTest
    static final ArchRule theClientIsHandedTimeChanceAndThreads =
            new Rooms("dev.conversations.api").areHandedWhatTheyNeed(Set.of("Timing"));

    @ArchTest
    static final ArchRule webhooksAreHandedTimeChanceAndThreads =
            new Rooms("dev.conversations.webhook").areHandedWhatTheyNeed(Set.of());

    @Test
    void everyRoomOfTheComponentSaysWhatItIsFor() throws IOException {
        assertThat(Descriptions.faults(Path.of("src/main/java/dev/conversations/camel"))).isEmpty();
    }

    @Test
    void everyRoomOfTheSandboxSaysWhatItIsFor() throws IOException {
        assertThat(Descriptions.faults(Path.of("src/main/java/dev/conversations/sandbox"))).isEmpty();
    }
}
