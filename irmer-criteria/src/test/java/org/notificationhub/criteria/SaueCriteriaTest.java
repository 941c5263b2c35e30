package org.notificationhub.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.criteria.Told.CRITERIA;
import static org.notificationhub.criteria.Told.assess;
import static org.notificationhub.criteria.Told.exposure;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.criteria.Assessment.Notifiable;

class SaueCriteriaTest {

    @ParameterizedTest(name = "{0} {1}: {2} is notified under {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # code 1, England
            2022-03-01 | ENGLAND          | CT kind=ACCIDENTAL adult=true totalDose_mSv=3                          | 1
            2022-03-01 | ENGLAND          | CT kind=ACCIDENTAL adult=false totalDose_mSv=1                         | 1
            2024-03-01 | ENGLAND          | kind=ACCIDENTAL totalDose_mSv=3                                        | 1
            2024-03-01 | ENGLAND          | modality=RADIOTHERAPY purpose=THERAPY kind=ACCIDENTAL totalDose_mSv=40 | 1
            # code 1, elsewhere: any dose
            2024-03-01 | WALES            | kind=ACCIDENTAL totalDose_mSv=0.01                                     | 1
            2022-03-01 | SCOTLAND         | kind=ACCIDENTAL                                                        | 1
            2025-03-01 | NORTHERN_IRELAND | kind=ACCIDENTAL totalDose_mSv=0                                        | 1
            # codes 2.1 to 2.4
            2024-03-01 | ENGLAND          | CT kind=UNINTENDED adult=true intendedDose_mSv=0.29 totalDose_mSv=3    | 2.1
            2024-03-01 | ENGLAND          | CT kind=UNINTENDED adult=false intendedDose_mSv=0.29 totalDose_mSv=1   | 2.1
            2024-03-01 | ENGLAND          | CT kind=UNINTENDED adult=true intendedDose_mSv=0.4 totalDose_mSv=4     | 2.2
            2024-03-01 | ENGLAND          | CT kind=UNINTENDED adult=false intendedDose_mSv=2.6 totalDose_mSv=25   | 2.3
            2024-03-01 | ENGLAND          | CT kind=UNINTENDED adult=true intendedDose_mSv=10.1 totalDose_mSv=25.25| 2.4
            2022-03-01 | WALES            | PET kind=UNINTENDED adult=true intendedDose_mSv=1 totalDose_mSv=10     | 2.2
            # where the bands meet: 2.5 is in two of them
            2024-03-01 | ENGLAND          | CT kind=UNINTENDED adult=true intendedDose_mSv=0.3 totalDose_mSv=3     | 2.2
            2024-03-01 | ENGLAND          | CT kind=UNINTENDED adult=true intendedDose_mSv=2.5 totalDose_mSv=25    | 2.2,2.3
            2024-03-01 | ENGLAND          | CT kind=UNINTENDED adult=true intendedDose_mSv=10 totalDose_mSv=25     | 2.3
            # code 3
            2022-03-01 | ENGLAND          | modality=DIAGNOSTIC_IMAGING purpose=INTERVENTIONAL proceduralFailure=false drlMultiple=10           | 3
            2022-03-01 | ENGLAND          | modality=DIAGNOSTIC_IMAGING purpose=INTERVENTIONAL proceduralFailure=false deterministicEffect=true | 3
            2024-03-01 | ENGLAND          | modality=DIAGNOSTIC_IMAGING purpose=INTERVENTIONAL proceduralFailure=true deterministicEffect=true  | 3
            # code 4
            2019-07-01 | ENGLAND          | LINAC purpose=PLANNING_IMAGING kind=UNINTENDED intendedDose_mSv=10 totalDose_mSv=25.1               | PLANNING_IMAGING
            2019-07-01 | ENGLAND          | LINAC purpose=VERIFICATION_IMAGING kind=UNINTENDED intendedDose_mSv=2 totalDose_mSv=5.1             | VERIFICATION_IMAGING_FRACTION
            2022-03-01 | ENGLAND          | LINAC purpose=PLANNING_IMAGING planningScans=3                                                      | 4.1
            2024-03-01 | ENGLAND          | LINAC purpose=PLANNING_IMAGING planningScans=3                                                      | 4.1
            2022-03-01 | ENGLAND          | LINAC purpose=VERIFICATION_IMAGING fractionExposures=3 repeatCause=SET_UP_ERROR                     | 4.2
            2022-03-01 | ENGLAND          | LINAC purpose=VERIFICATION_IMAGING additionalExposures_percent=20.1                                 | 4.2
            2023-04-01 | ENGLAND          | LINAC purpose=VERIFICATION_IMAGING fractionExposures=3 repeatCause=SET_UP_ERROR                     | 4.2,4.2a
            2024-03-01 | ENGLAND          | LINAC purpose=VERIFICATION_IMAGING fractionExposures=3 repeatCause=EQUIPMENT_FAILURE                | 4.2a
            2024-03-01 | ENGLAND          | LINAC purpose=VERIFICATION_IMAGING additionalExposures_percent=50.1                                 | 4.2b
            # code 5
            2022-03-01 | ENGLAND          | pregnancy=true pregnancyProcedureFailed=true foetalDose_mGy=1                                       | 5
            2024-03-01 | ENGLAND          | pregnancy=true pregnancyProcedureFailed=false foetalDose_mGy=10.1                                   | 5
            # code 6
            2022-03-01 | ENGLAND          | modality=NUCLEAR_MEDICINE breastFeeding=true breastFeedingProcedureFailed=true infantDose_mSv=1     | 6
            # the radiopharmaceutical, since the 2023 edition
            2024-03-01 | ENGLAND          | modality=NUCLEAR_MEDICINE wrongRadiopharmaceutical=true                                             | RADIOPHARMACEUTICAL
            # code 7.1: of it, the factor of 1.1 was read
            2022-03-01 | ENGLAND          | LINAC purpose=THERAPY kind=UNINTENDED intendedCourse_Gy=60 deliveredCourse_Gy=66                    | 7.1
            # several people, whatever the individual doses
            2024-03-01 | ENGLAND          | kind=UNINTENDED peopleAffected=2                                                                    | MULTIPLE_INDIVIDUALS
            # the first edition, as far as it was like the second
            2019-07-01 | ENGLAND          | kind=ACCIDENTAL totalDose_mSv=3                                                                     | 1
            # two editions of which either may have been in force
            2020-08-15 | ENGLAND          | kind=ACCIDENTAL totalDose_mSv=3                                                                     | 1,1
            """)
    void whatMeetsACriterionIsNotifiable(String on, String country, String facts, String codes) {
        var assessment = assess(on, country, facts);

        assertThat(assessment.notifiable()).isEqualTo(Notifiable.YES);
        assertThat(assessment.met()).extracting(Told::name).containsExactly(codes.split(","));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2022-03-01 | ENGLAND | CT kind=ACCIDENTAL adult=true totalDose_mSv=2.999999
            2022-03-01 | ENGLAND | CT kind=ACCIDENTAL adult=false totalDose_mSv=0.999999
            2022-03-01 | ENGLAND | CT kind=UNINTENDED adult=true intendedDose_mSv=0.29 totalDose_mSv=2.99
            2022-03-01 | ENGLAND | CT kind=UNINTENDED adult=false intendedDose_mSv=0.29 totalDose_mSv=0.99
            2022-03-01 | ENGLAND | CT kind=UNINTENDED adult=true intendedDose_mSv=0.3 totalDose_mSv=2.999999
            2022-03-01 | ENGLAND | CT kind=UNINTENDED adult=true intendedDose_mSv=0.1 totalDose_mSv=2.99
            2022-03-01 | ENGLAND | CT kind=UNINTENDED adult=true intendedDose_mSv=2.5 totalDose_mSv=24.999999
            2022-03-01 | ENGLAND | CT kind=UNINTENDED adult=true intendedDose_mSv=10 totalDose_mSv=24.999999
            2022-03-01 | ENGLAND | CT kind=UNINTENDED adult=true intendedDose_mSv=10.1 totalDose_mSv=25.249999
            2022-03-01 | WALES   | PET kind=UNINTENDED adult=true intendedDose_mSv=1 totalDose_mSv=9.99
            2022-03-01 | ENGLAND | modality=DIAGNOSTIC_IMAGING purpose=INTERVENTIONAL proceduralFailure=false drlMultiple=9.9 deterministicEffect=false pregnancy=false peopleAffected=1 kind=UNINTENDED intendedDose_mSv=10 totalDose_mSv=20
            2022-03-01 | ENGLAND | LINAC purpose=PLANNING_IMAGING kind=UNINTENDED planningScans=2 intendedDose_mSv=10 totalDose_mSv=20
            2022-03-01 | ENGLAND | LINAC purpose=VERIFICATION_IMAGING kind=UNINTENDED fractionExposures=3 repeatCause=EQUIPMENT_FAILURE additionalExposures_percent=19 intendedDose_mSv=1 totalDose_mSv=3
            2022-03-01 | ENGLAND | modality=DIAGNOSTIC_IMAGING purpose=IMAGING peopleAffected=1 kind=UNINTENDED adult=true intendedDose_mSv=1 totalDose_mSv=2 pregnancy=true pregnancyProcedureFailed=false foetalDose_mGy=5
            """)
    void whatCertainlyMeetsNoneIsNotAndMayBeShared(String on, String country, String facts) {
        var assessment = assess(on, country, facts);

        assertThat(assessment.notifiable()).isEqualTo(Notifiable.NO);
        assertThat(assessment.met()).isEmpty();
        assertThat(assessment.missing()).isEmpty();
        assertThat(assessment.open()).isEmpty();
        assertThat(assessment.complementary())
                .extracting(ComplementaryCode::code)
                .containsExactly("VOLUNTARY");
    }

    @ParameterizedTest(name = "{0} {1}: {2} lacks {3} and leaves {4} open")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # a fact is missing
            2022-03-01 | ENGLAND | CT kind=ACCIDENTAL totalDose_mSv=2                                             | adult | -
            2022-03-01 | ENGLAND | CT kind=ACCIDENTAL adult=true                                                  | totalDose_mSv | -
            2022-03-01 | ENGLAND | CT kind=UNINTENDED adult=true intendedDose_mSv=1                               | totalDose_mSv | -
            2022-03-01 | ENGLAND | modality=DIAGNOSTIC_IMAGING kind=UNINTENDED intendedDose_mSv=1 totalDose_mSv=2 | purpose,pregnancy,peopleAffected | -
            2022-03-01 | ENGLAND | PET kind=UNINTENDED adult=true intendedDose_mSv=1 totalDose_mSv=2 breastFeeding=true breastFeedingProcedureFailed=true | infantDose_mSv | -
            # the time of "much greater than intended"
            2019-06-02 | ENGLAND | CT kind=ACCIDENTAL adult=true totalDose_mSv=100                                | - | EVERY_EXPOSURE
            2012-01-01 | WALES   | CT kind=UNINTENDED adult=true intendedDose_mSv=1 totalDose_mSv=2               | - | EVERY_EXPOSURE
            # the first edition was read of planning and verification imaging alone
            2019-06-03 | ENGLAND | CT kind=ACCIDENTAL adult=true totalDose_mSv=2                                  | - | 1
            2019-07-01 | ENGLAND | LINAC purpose=PLANNING_IMAGING kind=UNINTENDED intendedDose_mSv=10 totalDose_mSv=25 | - | 2.3,PLANNING_IMAGING
            # code 9 of the 2023 edition was not read
            2024-03-01 | ENGLAND | CT kind=ACCIDENTAL adult=true totalDose_mSv=2.99                               | - | 9
            # the day on which the 2023 edition began
            2023-03-01 | ENGLAND | CT kind=ACCIDENTAL adult=true totalDose_mSv=2.99                               | - | 9
            2022-12-31 | ENGLAND | LINAC purpose=VERIFICATION_IMAGING kind=UNINTENDED fractionExposures=1 repeatCause=OTHER additionalExposures_percent=20 intendedDose_mSv=1 totalDose_mSv=1.2 | - | 4.2
            2023-04-30 | ENGLAND | LINAC purpose=VERIFICATION_IMAGING kind=UNINTENDED fractionExposures=1 repeatCause=OTHER additionalExposures_percent=30 intendedDose_mSv=1 totalDose_mSv=1.3 | - | 4.2,9
            # limits of which it is not settled whether they are in or out
            2024-03-01 | ENGLAND | modality=DIAGNOSTIC_IMAGING purpose=IMAGING peopleAffected=1 kind=UNINTENDED adult=true intendedDose_mSv=1 totalDose_mSv=2 pregnancy=true foetalDose_mGy=10 | - | 5,9
            2024-03-01 | ENGLAND | LINAC purpose=VERIFICATION_IMAGING kind=UNINTENDED fractionExposures=1 repeatCause=OTHER additionalExposures_percent=50 intendedDose_mSv=1 totalDose_mSv=1.5 | - | 4.2b,9
            # interventional, 2023: one limb was not read; and whether code 2 reaches that far
            2024-03-01 | ENGLAND | modality=DIAGNOSTIC_IMAGING purpose=INTERVENTIONAL pregnancy=false peopleAffected=1 kind=UNINTENDED intendedDose_mSv=5 totalDose_mSv=12 proceduralFailure=false deterministicEffect=true | - | 3,9
            2022-03-01 | ENGLAND | modality=DIAGNOSTIC_IMAGING purpose=INTERVENTIONAL pregnancy=false peopleAffected=1 kind=UNINTENDED intendedDose_mSv=5 totalDose_mSv=30 proceduralFailure=true | - | 2.3
            # therapy
            2022-03-01 | ENGLAND | LINAC purpose=THERAPY kind=UNINTENDED intendedCourse_Gy=60 deliveredCourse_Gy=65.9 geographicalMiss=NONE | - | 7.1,7.2
            2022-03-01 | ENGLAND | LINAC purpose=THERAPY kind=UNINTENDED intendedCourse_Gy=60 deliveredCourse_Gy=54 geographicalMiss=TOTAL  | - | 7.1,7.2,8
            2024-03-01 | ENGLAND | LINAC purpose=THERAPY kind=UNINTENDED intendedCourse_Gy=60 deliveredCourse_Gy=90 geographicalMiss=NONE   | - | THERAPY_OVER,THERAPY_UNDER,9
            # the breast-fed infant in the 2023 edition
            2024-03-01 | ENGLAND | PET kind=UNINTENDED adult=true intendedDose_mSv=1 totalDose_mSv=2 breastFeeding=true | - | BREASTFED_INFANT,9
            """)
    void whatIsNotKnownIsNamed(String on, String country, String facts, String missing, String open) {
        var assessment = assess(on, country, facts);

        assertThat(assessment.notifiable()).isEqualTo(Notifiable.UNDETERMINED);
        assertThat(assessment.missing()).extracting(Fact::member).containsExactlyElementsOf(list(missing));
        assertThat(assessment.open())
                .extracting(each -> Told.name(each.criterion()))
                .containsExactlyElementsOf(list(open));
        assertThat(assessment.open()).allSatisfy(each -> assertThat(each.why()).endsWith("."));
    }

    @ParameterizedTest(name = "{0} {1}: {2} has the confidence {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2024-03-01 | ENGLAND | kind=ACCIDENTAL totalDose_mSv=3    | CERTAIN | SAUE_2023
            2019-07-01 | ENGLAND | kind=ACCIDENTAL totalDose_mSv=3    | LIKELY  | SAUE_2019
            2024-03-01 | ENGLAND | pregnancy=true foetalDose_mGy=11   | LIKELY  | SAUE_2023
            """)
    void whatIsMetSaysHowSureItIs(String on, String country, String facts, Confidence confidence, String edition) {
        var met = assess(on, country, facts).met();

        assertThat(met).singleElement().satisfies(criterion -> {
            assertThat(criterion.confidence()).isEqualTo(confidence);
            assertThat(criterion.edition()).isEqualTo(edition);
            assertThat(criterion.source()).startsWith("http");
        });
    }

    @Test
    void codesThatComplementTheMainOneAreSaid() {
        var assessment = assess(
                "2024-03-01",
                "ENGLAND",
                "kind=ACCIDENTAL totalDose_mSv=3 peopleAffected=2 equipmentFailure=true clinicallySignificant=true");

        assertThat(assessment.complementary())
                .extracting(ComplementaryCode::code)
                .containsExactly("CLINICALLY_SIGNIFICANT", "MULTIPLE_INDIVIDUALS", "EQUIPMENT");
    }

    @ParameterizedTest(name = "on {0} in {1}, accidental means {2}")
    @CsvSource({
        "2024-09-30, ENGLAND, as a result of an accident",
        "2024-10-01, ENGLAND, in error",
        "2024-10-01, SCOTLAND, in error",
        "2024-10-01, NORTHERN_IRELAND, does not extend to Northern Ireland"
    })
    void theAmendmentChangesWhatAccidentalMeansExceptInNorthernIreland(String on, String country, String meaning) {
        assertThat(assess(on, country, "kind=ACCIDENTAL").definitions())
                .singleElement()
                .satisfies(definition -> assertThat(definition.meaning()).contains(meaning));
    }

    @Test
    void timeRunsFromTheDayOfDiscoveryWhereTheLimitIsHeld() {
        var discovered = LocalDate.of(2026, 3, 20);

        assertThat(CRITERIA.timeLimit(Country.ENGLAND, discovered)).hasValueSatisfying(limit -> {
            assertThat(limit.notifyBy(discovered)).isEqualTo("2026-04-03");
            assertThat(limit.reportBy(discovered)).isEqualTo("2026-06-12");
        });
        assertThat(CRITERIA.timeLimit(Country.WALES, discovered)).isEmpty();
        assertThat(CRITERIA.timeLimit(Country.ENGLAND, LocalDate.of(2018, 2, 5)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{1} under code {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2.1 | modality=DIAGNOSTIC_IMAGING kind=UNINTENDED intendedDose_mSv=0.4 totalDose_mSv=4.1 | true
            2.2 | modality=DIAGNOSTIC_IMAGING kind=UNINTENDED intendedDose_mSv=0.4 totalDose_mSv=4.1 | false
            2.2 | modality=DIAGNOSTIC_IMAGING kind=UNINTENDED intendedDose_mSv=0.4 totalDose_mSv=3.9 | true
            2.2 | modality=DIAGNOSTIC_IMAGING kind=UNINTENDED totalDose_mSv=3.9                      | false
            1   | kind=UNINTENDED                                                                    | true
            1   | kind=ACCIDENTAL totalDose_mSv=2                                                    | false
            1   | kind=ACCIDENTAL adult=true totalDose_mSv=2                                         | true
            5   | pregnancy=false                                                                    | true
            9   | kind=UNINTENDED                                                                    | false
            6   | kind=UNINTENDED                                                                    | false
            """)
    void aCodeIsContradictedOnlyByWhatIsCertain(String code, String facts, boolean contradicted) {
        assertThat(CRITERIA.contradicted(code, exposure("2024-03-01", "ENGLAND", facts)))
                .hasSize(contradicted ? 1 : 0);
    }

    private static List<String> list(String names) {
        return names == null ? List.of() : Stream.of(names.split(",")).toList();
    }

    /** 2023/24 began under the edition of August 2020, and ended under that of 2023. */
    @Test
    void theRowsOfACodeInAPeriodEndWithTheNewestEdition() {
        var rows =
                CRITERIA.ofCode("4.1", Country.ENGLAND, LocalDate.parse("2023-04-01"), LocalDate.parse("2024-03-31"));

        assertThat(rows).extracting(Criterion::edition).containsExactly("SAUE_2020", "SAUE_2023");
        assertThat(CRITERIA.ofCode(
                        "4.2b", Country.ENGLAND, LocalDate.parse("2021-04-01"), LocalDate.parse("2022-03-31")))
                .isEmpty();
    }

    @Test
    void aComplementaryCodeIsFoundByItsName() {
        assertThat(CRITERIA.complementaryCode("EQUIPMENT"))
                .map(ComplementaryCode::code)
                .contains("EQUIPMENT");
        assertThat(CRITERIA.complementaryCode("TELEPATHY")).isEmpty();
    }
}
