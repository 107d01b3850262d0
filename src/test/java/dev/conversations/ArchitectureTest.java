// SPDX-License-Identifier: Apache-2.0
package dev.conversations;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
    static final ArchRule onlyCamelTheAppAndTheTestKitKnowCamel = noClasses()
            .that().resideInAnyPackage("..model..", "..api..", "..webhook..", "..sandbox..")
            .and().resideOutsideOfPackages("dev.conversations.sandbox", "dev.conversations.sandbox.kit")
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
            .that().resideInAnyPackage("dev.conversations.model", "dev.conversations.api..", "dev.conversations.webhook")
            .should().dependOnClassesThat()
            .resideInAnyPackage("com.github.tomakehurst..", "org.wiremock..", "org.junit..", "io.vertx..");

    @ArchTest
    static final ArchRule noStaticsCanChangeBecauseManyAccountsLiveInOneJvm =
            fields().that().areStatic().should().haveModifier(FINAL).allowEmptyShould(true);
}
