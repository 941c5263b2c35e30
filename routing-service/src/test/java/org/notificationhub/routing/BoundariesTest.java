package org.notificationhub.routing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.notificationhub", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    private static final String ROUTING = "org.notificationhub.routing";

    @ArchTest
    static final ArchRule rulesArePlainJava = classes()
            .that()
            .resideInAPackage(ROUTING + ".rule..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROUTING + ".rule..", "java..");

    @ArchTest
    static final ArchRule dependenciesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("the way in")
            .definedBy(ROUTING + ".rest..", ROUTING + ".messaging..")
            .layer("form")
            .definedBy(ROUTING + ".form..")
            .layer("replay")
            .definedBy(ROUTING + ".replay..")
            .layer("decision")
            .definedBy(ROUTING + ".decision..")
            .layer("reconciliation")
            .definedBy(ROUTING + ".reconciliation..")
            .layer("callback")
            .definedBy(ROUTING + ".callback..")
            .layer("delivery")
            .definedBy(ROUTING + ".delivery..")
            .layer("register")
            .definedBy(ROUTING + ".register..")
            .layer("pack")
            .definedBy(ROUTING + ".evidence.pack..")
            .layer("retention")
            .definedBy(ROUTING + ".retention..")
            .layer("chain")
            .definedBy(ROUTING + ".evidence")
            .layer("rule")
            .definedBy(ROUTING + ".rule..")
            .whereLayer("the way in")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("pack")
            .mayOnlyBeAccessedByLayers("the way in")
            .whereLayer("chain")
            .mayNotAccessAnyLayer()
            .whereLayer("form")
            .mayOnlyBeAccessedByLayers("the way in")
            .whereLayer("replay")
            .mayOnlyBeAccessedByLayers("the way in")
            .whereLayer("reconciliation")
            .mayOnlyBeAccessedByLayers("the way in")
            .whereLayer("callback")
            .mayOnlyBeAccessedByLayers("the way in", "reconciliation")
            .whereLayer("decision")
            .mayOnlyBeAccessedByLayers("the way in", "form", "replay", "pack")
            .whereLayer("delivery")
            .mayOnlyBeAccessedByLayers("the way in", "form", "replay", "decision", "callback", "pack")
            .whereLayer("register")
            .mayOnlyBeAccessedByLayers("the way in", "form", "decision", "callback");

    @ArchTest
    static final ArchRule servicesShareOnlyTheContract = noClasses()
            .that()
            .resideInAPackage(ROUTING + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.notificationhub.intake..", "org.notificationhub.irmer..", "org.notificationhub.maternity..");
}
