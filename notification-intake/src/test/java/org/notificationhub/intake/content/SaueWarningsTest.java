package org.notificationhub.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.intake.content.Bodies.exposure;
import static org.notificationhub.intake.content.Bodies.with;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.http.Fault;

class SaueWarningsTest {

    private static final BodyCheck SCHEMA = new BodyCheck(Bodies.TYPES);

    private final SaueWarnings warnings = new SaueWarnings();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            "saueCode": "2.1", "exposureKind": "UNINTENDED", "intendedDose_mSv": 0.4, "totalDose_mSv": 4.1      | CODE_CONTRADICTED
            "saueCode": "2.2", "exposureKind": "UNINTENDED", "intendedDose_mSv": 0.4, "totalDose_mSv": 4        | -
            "saueCode": "2.2", "exposureKind": "UNINTENDED", "intendedDose_mSv": 0.4, "totalDose_mSv": 3.999    | CODE_CONTRADICTED
            "saueCode": "2.2", "exposureKind": "UNINTENDED", "totalDose_mSv": 0.1                               | -
            "saueCode": "1", "exposureKind": "ACCIDENTAL", "totalDose_mSv": 2                                   | -
            "saueCode": "1", "exposureKind": "ACCIDENTAL", "totalDose_mSv": 2, "adult": true                    | CODE_CONTRADICTED
            "saueCode": "1", "exposureKind": "ACCIDENTAL", "totalDose_mSv": 2, "adult": true, "country": "WALES" | -
            "saueCode": "1", "exposureKind": "UNINTENDED"                                                       | CODE_CONTRADICTED
            "saueCode": "5", "pregnancy": true, "foetalDose_mGy": 2                                             | CODE_CONTRADICTED
            "saueCode": "4.2a"                                                                                  | CODE_CONTRADICTED
            "saueCode": "7.1", "exposureKind": "UNINTENDED", "totalDose_mSv": 0                                 | -
            "exposureKind": "ACCIDENTAL", "totalDose_mSv": 0, "adult": true                                     | -
            "saueCode": "2.2", "exposureKind": "UNINTENDED", "intendedDose_mSv": 1, "totalDose_mSv": 2, "complementaryCodes": ["VOLUNTARY"]            | -
            "saueCode": "2.2", "exposureKind": "UNINTENDED", "intendedDose_mSv": 1, "totalDose_mSv": 10, "complementaryCodes": ["VOLUNTARY"]           | NOT_VOLUNTARY
            "saueCode": "2.2", "exposureKind": "UNINTENDED", "intendedDose_mSv": 1, "totalDose_mSv": 2, "complementaryCodes": ["MULTIPLE_INDIVIDUALS"] | -
            "saueCode": "2.2", "exposureKind": "UNINTENDED", "intendedDose_mSv": 1, "totalDose_mSv": 2, "peopleAffected": 2                            | -
            """)
    void theSenderIsWarnedOnlyOfWhatIsCertain(String details, String code) {
        var body = with(exposure(), "/details", """
                { "modality": "DIAGNOSTIC_IMAGING", "discoveredAt": "2026-11-18T10:00:00Z", %s }""".formatted(details));

        assertThat(SCHEMA.faults(body)).isEmpty();
        assertThat(warnings.about(body))
                .extracting(Fault::code)
                .isEqualTo(Stream.ofNullable(code).toList());
    }

    @Test
    void theWarningSaysWhatTheCodeAsksForAndWhatIsMetInstead() {
        var body = with(exposure(), "/details", """
                { "modality": "DIAGNOSTIC_IMAGING", "discoveredAt": "2026-11-18T10:00:00Z", "saueCode": "2.1",
                  "exposureKind": "UNINTENDED", "intendedDose_mSv": 0.47, "totalDose_mSv": 4.71 }""");

        assertThat(warnings.about(body)).singleElement().satisfies(warning -> {
            assertThat(warning.pointer()).isEqualTo("/details/saueCode");
            assertThat(warning.detail())
                    .contains("less than 0.3 mSv", "It meets another: Where 0.3 to 2.5 mSv was intended")
                    .doesNotContain("0.47", "4.71");
        });
    }

    @Test
    void theCriteriaAreThoseOfTheDayOfDiscovery() {
        var details = """
                { "modality": "DIAGNOSTIC_IMAGING", "discoveredAt": "%s", "saueCode": "5",
                  "pregnancy": true, "foetalDose_mGy": 2 }""";

        assertThat(warnings.about(with(exposure(), "/details", details.formatted("2022-11-18T10:00:00Z"))))
                .isEmpty();
        assertThat(warnings.about(with(exposure(), "/details", details.formatted("2024-11-18T10:00:00Z"))))
                .hasSize(1);
    }

    @Test
    void whatTheHubGivesAsAnExampleIsNotWarnedOf() {
        assertThat(Bodies.examples())
                .allSatisfy(body -> assertThat(warnings.about(body)).isEqualTo(List.of()));
    }
}
