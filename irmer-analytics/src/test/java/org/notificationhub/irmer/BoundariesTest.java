package org.notificationhub.irmer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.notificationhub", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule aReportKnowsNothingOfHowItIsKeptOrReached = noClasses()
            .that()
            .resideInAPackage("..irmer.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "jakarta.ws.rs..", "..irmer.rest..", "..irmer.exposure..");

    @ArchTest
    static final ArchRule factsKnowNothingOfHowTheyAreReached = noClasses()
            .that()
            .resideInAPackage("..irmer.exposure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..irmer.rest..", "..irmer.messaging..");

    @ArchTest
    static final ArchRule noOtherServiceIsUsed = noClasses()
            .that()
            .resideInAPackage("..irmer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.notificationhub.intake..", "org.notificationhub.routing..", "org.notificationhub.maternity..");
}
