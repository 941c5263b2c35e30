package org.notificationhub.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

@AnalyzeClasses(
        packages = {
            "org.notificationhub.intake",
            "org.notificationhub.events",
            "org.notificationhub.bus",
            "org.notificationhub.http",
            "org.notificationhub.identifying"
        },
        importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule servicesShareOnlyTheContract = noClasses()
            .that()
            .resideInAPackage("..intake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..routing.rule..", "..irmer..", "..maternity..", "..sandbox..", "..platform..", "..local..");

    @ArchTest
    static final ArchRule businessDoesNotKnowHowItIsReached = noClasses()
            .that()
            .resideInAnyPackage(
                    "..intake.notification..",
                    "..intake.content..",
                    "..intake.guidance..",
                    "..intake.status..",
                    "..intake.webhook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..intake.rest..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
