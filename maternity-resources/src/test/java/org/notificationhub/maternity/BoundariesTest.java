package org.notificationhub.maternity;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

@AnalyzeClasses(packages = "org.notificationhub", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule catalogueKnowsNothingOfHowItIsReached = noClasses()
            .that()
            .resideInAPackage("..maternity.catalogue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..maternity.rest..", "jakarta..", "io.quarkus..", "org.notificationhub.http..");

    @ArchTest
    static final ArchRule findingKnowsNothingOfHowItIsReached = noClasses()
            .that()
            .resideInAnyPackage("..maternity.finding..", "..maternity.feedback..", "..maternity.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..maternity.rest..", "..maternity.site..");

    @ArchTest
    static final ArchRule noOtherServiceIsUsed = noClasses()
            .that()
            .resideInAPackage("..maternity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.notificationhub.intake..", "org.notificationhub.routing..", "org.notificationhub.irmer..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideInAPackage("..maternity..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
