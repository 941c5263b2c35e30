package org.notificationhub.lfpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events with one answer that breaks one rule: found in a notification's block and in a resource, in both versions. */
class RefusedAnswersTest {

    private static final Map<String, LfpseEvent> BASES = Map.of(
            "INCIDENT", Events.anIncident(),
            "NOBODY", Events.nobodyAffected(),
            "OUTCOME", Events.anOutcome(),
            "RISK", Events.aRisk(),
            "GOOD_CARE", Events.goodCare(),
            "SUSPECTS", Events.medicationAndDevice());

    @ParameterizedTest(name = "{0}: {1} {2} breaks {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            INCIDENT  | EVENT    | StrengthsOfCare=calm            | required         | AdverseEvent.extension('adverse-event-went-well').HowFutureOccurrence | /answers/HowFutureOccurrence
            INCIDENT  | EVENT    | IsAnonymous=true                | required         | AdverseEvent.extension('adverse-event-reference-metadata').DataSharingOptOut | /answers/DataSharingOptOut
            INCIDENT  | EVENT    | RiskPopulation=staff            | required         | AdverseEvent.extension('adverse-event-risk-details').RiskImminent | /answers/RiskImminent
            INCIDENT  | EVENT    | InvolvedAgents= YellowCardReference=Y | required   | AdverseEvent.extension('adverse-event-agent').InvolvedAgents | /answers/InvolvedAgents
            INCIDENT  | PERSON   | PatientSequence=                | required         | Patient.extension('patient-information')[0].PatientSequence | /people/0/PatientSequence
            INCIDENT  | PERSON   | PatientSequence=2               | patient-sequence | Patient.extension('patient-information')[0].PatientSequence | /people/0/PatientSequence
            INCIDENT  | EVENT    | LevelOfConcern=1,3              | too-many         | AdverseEvent.extension('adverse-event-classification').LevelOfConcern | /answers/LevelOfConcern
            INCIDENT  | PERSON   | ClinicalOutcome=a,b             | too-many         | Patient.extension('patient-information')[0].ClinicalOutcome | /people/0/ClinicalOutcome
            INCIDENT  | EVENT    | LevelOfConcern=2                | code             | AdverseEvent.extension('adverse-event-classification').LevelOfConcern | /answers/LevelOfConcern
            INCIDENT  | EVENT    | SafetyChallenges=2,99           | code             | AdverseEvent.extension('adverse-event-safety-challenges').SafetyChallenges[1] | /answers/SafetyChallenges/1
            INCIDENT  | REPORTER | ReporterOrganisation=rj1        | code             | Practitioner.extension('practitioner-details').ReporterOrganisation | /reporter/ReporterOrganisation
            INCIDENT  | PERSON   | AgeAtTimeOfIncidentDays=-1      | value            | Patient.extension('patient-information')[0].AgeAtTimeOfIncidentDays | /people/0/AgeAtTimeOfIncidentDays
            INCIDENT  | EVENT    | PreciseTime=25:00:00            | value            | AdverseEvent.extension('adverse-event-estimated-date').PreciseTime | /answers/PreciseTime
            INCIDENT  | EVENT    | IncidentOccurredToday=y         | today-has-its-date | AdverseEvent.extension('adverse-event-estimated-date').TodaysDate | /answers/TodaysDate
            INCIDENT  | EVENT    | TodaysDate=2026-03-04           | today-has-its-date | AdverseEvent.extension('adverse-event-estimated-date').TodaysDate | /answers/TodaysDate
            INCIDENT  | EVENT    | IncidentOccurredToday=u         | unknown-day-is-approximate | AdverseEvent.extension('adverse-event-estimated-date').ApproximateDate | /answers/ApproximateDate
            INCIDENT  | EVENT    | ApproximateDate=2026-03         | unknown-day-is-approximate | AdverseEvent.extension('adverse-event-estimated-date').ApproximateDate | /answers/ApproximateDate
            INCIDENT  | EVENT    | IncidentOccurredToday=u ApproximateDate=2026-13 | code | AdverseEvent.extension('adverse-event-estimated-date').ApproximateDate | /answers/ApproximateDate
            INCIDENT  | PERSON   | PhysicalHarm=1 StrengthOfAssociation=2 | fatal-has-no-psychological-harm | Patient.extension('patient-information')[0].PsychologicalHarm | /people/0/PsychologicalHarm
            INCIDENT  | PERSON   | PhysicalHarm=2                  | association-of-harm | Patient.extension('patient-information')[0].StrengthOfAssociation | /people/0/StrengthOfAssociation
            INCIDENT  | PERSON   | PsychologicalHarm=1             | association-of-harm | Patient.extension('patient-information')[0].StrengthOfAssociation | /people/0/StrengthOfAssociation
            INCIDENT  | PERSON   | AgeBracket=9                    | age-once         | Patient.extension('patient-information')[0].AgeBracket | /people/0/AgeBracket
            NOBODY    | EVENT    | RiskPopulation=                 | risk-without-patient | AdverseEvent.extension('adverse-event-risk-details').RiskPopulation | /answers/RiskPopulation
            INCIDENT  | LOCATION | Organisation=                   | known-location-has-organisation | Location.extension('location-details').Organisation | /location/Organisation
            OUTCOME   | PERSON   | PhysicalHarm=4                  | harm-of-incidents | Patient.extension('patient-information')[0].PhysicalHarm | /people/0/PhysicalHarm
            OUTCOME   | EVENT    | CqcNotify=true                  | governance-of-incidents | AdverseEvent.extension('adverse-event-governance').CqcNotify | /answers/CqcNotify
            RISK      | EVENT    | SeriousIncident=true            | governance-of-incidents | AdverseEvent.extension('adverse-event-governance').SeriousIncident | /answers/SeriousIncident
            INCIDENT  | EVENT    | SabreReportNumber=S             | agent-of-blood-reports | AdverseEvent.extension('adverse-event-agent').SabreReportNumber | /answers/SabreReportNumber
            INCIDENT  | EVENT    | NhsbtReportNumber=N             | agent-of-transplant-report | AdverseEvent.extension('adverse-event-agent').NhsbtReportNumber | /answers/NhsbtReportNumber
            SUSPECTS  | EVENT    | InvolvedPersonsActions=1        | agent-of-actions | AdverseEvent.extension('adverse-event-agent').InvolvedPersonsActions | /answers/InvolvedPersonsActions
            INCIDENT  | EVENT    | RadiotherapyIncidentCode=L1     | radiotherapy-code | AdverseEvent.extension('adverse-event-safety-challenges').RadiotherapyIncidentCode | /answers/RadiotherapyIncidentCode
            INCIDENT  | EVENT    | MarvinReferenceNumber=M         | marvin-reference | AdverseEvent.extension('adverse-event-safety-challenges').MarvinReferenceNumber | /answers/MarvinReferenceNumber
            INCIDENT  | REPORTER | ReporterRoleOther=Porter        | other-in-words   | Practitioner.extension('practitioner-details').ReporterRoleOther | /reporter/ReporterRoleOther
            GOOD_CARE | EVENT    | GoodCareDetectionFactor=1       | other-in-words   | AdverseEvent.extension('adverse-event-went-well').GoodCareDetectionFactorOther | /answers/GoodCareDetectionFactorOther
            RISK      | EVENT    | RiskTheme=1                     | other-in-words   | AdverseEvent.extension('adverse-event-risk-details').RiskThemeOther | /answers/RiskThemeOther
            SUSPECTS  | DEVICE   | DeviceType=62                   | other-in-words   | Device[0].extension('adverse-event-device-details').DeviceTypeOther | /devices/0/DeviceTypeOther
            SUSPECTS  | MEDICATION | MedicationAdministration=x    | code             | Medication[0].extension('medication-administration').MedicationAdministration | /medications/0/MedicationAdministration
            """)
    void oneFaultIsNamedAndNoOther(
            String base, Part part, String change, String rule, String location, String pointer) {
        var event = changed(BASES.get(base), part, change);

        for (var version : TaxonomyVersion.all()) {
            var lfpse = Lfpse.of(version);
            assertThat(lfpse.check(event))
                    .extracting(Fault::rule, Fault::location, Fault::pointer, Fault::refuses)
                    .containsExactly(tuple(rule, location, pointer, true));
            assertThat(lfpse.validate(lfpse.write(event)))
                    .extracting(Fault::rule, Fault::location)
                    .containsExactly(tuple(rule, location));
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2} is warned of by {3}")
    @CsvSource(delimiter = '|', textBlock = """
            INCIDENT  | EVENT | DrugsInvolved=Morphine    | agent-of-drugs
            INCIDENT  | EVENT | BuildingsInfrastructure=1 | agent-of-buildings
            INCIDENT  | EVENT | EstatesServices=1         | agent-of-estates
            INCIDENT  | EVENT | CqcCriteria=1             | cqc-criteria
            INCIDENT  | EVENT | NeverEventType=1          | never-event-type
            """)
    void whatIsOnlyInferredWarns(String base, Part part, String change, String rule) {
        var event = changed(BASES.get(base), part, change);

        assertThat(Lfpse.of(TaxonomyVersion.V6).check(event))
                .extracting(Fault::rule, Fault::refuses)
                .containsExactly(tuple(rule, false));
    }

    @Test
    void aKnownDayIsExpectedAsTheDate() {
        assertThat(Lfpse.of(TaxonomyVersion.V6).check(Events.anIncident().withDate(null)))
                .containsExactly(new Fault(
                        Fault.Severity.WARNING,
                        "known-day-is-the-date",
                        "AdverseEvent.date",
                        "/date",
                        "A known day in the past is the date of the event"));
    }

    @Test
    void aRiskIsNotExpectedToHaveAffectedAnybody() {
        var event = Events.aRisk().withPeople(List.of(Answers.none().with("PatientSequence", 1)));

        assertThat(Lfpse.of(TaxonomyVersion.V6).check(event))
                .extracting(Fault::rule, Fault::refuses)
                .containsExactly(tuple("risk-affects-nobody", false));
    }

    @Test
    void anIncidentThatAffectedNobodySaysWhatRiskThereWas() {
        var event = Events.anIncident().withPeople(List.of());

        assertThat(Lfpse.of(TaxonomyVersion.V6).check(event))
                .extracting(Fault::rule, Fault::pointer)
                .containsExactly(
                        tuple("risk-without-patient", "/answers/RiskImminent"),
                        tuple("risk-without-patient", "/answers/RiskPopulation"));
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        assertThat(Lfpse.of(TaxonomyVersion.V6).check(Events.anIncident().withDate("4 March")))
                .extracting(Fault::rule, Fault::pointer)
                .containsExactly(tuple("value", "/date"));
    }

    @Test
    void aQuestionThatTheVersionDoesNotAskIsRefusedInABlock() {
        var event = Events.answering(Events.withDmd().event());

        assertThat(Lfpse.of(TaxonomyVersion.V6).check(event)).isEmpty();
        assertThat(Lfpse.of(TaxonomyVersion.V5).check(event))
                .extracting(Fault::rule, Fault::pointer)
                .containsExactly(
                        tuple("element-unknown", "/answers/VTMCode"), tuple("element-unknown", "/answers/VTMString"));
    }

    @Test
    void peopleAreNumberedEachOnce() {
        var same = Answers.none().with("PatientSequence", 1);

        assertThat(Lfpse.of(TaxonomyVersion.V6).check(Events.anIncident().withPeople(List.of(same, same))))
                .extracting(Fault::rule, Fault::pointer)
                .containsExactly(tuple("patient-sequence", "/people/1/PatientSequence"));
    }

    /** @param change questions with new answers; with none, the question is not answered any more */
    private static LfpseEvent changed(LfpseEvent event, Part part, String change) {
        var changes =
                Stream.of(change.split(" ")).map(each -> each.split("=", 2)).toList();
        return switch (part) {
            case EVENT -> event.withEvent(changed(part, event.event(), changes));
            case LOCATION -> event.withLocation(changed(part, event.location(), changes));
            case REPORTER -> event.withReporter(changed(part, event.reporter(), changes));
            case PERSON -> event.withPeople(List.of(changed(part, event.people().get(0), changes)));
            case MEDICATION -> {
                var medication = event.medications().get(0);
                yield event.withMedications(
                        List.of(new Medication(changed(part, medication.answers(), changes), medication.name())));
            }
            case DEVICE -> {
                var device = event.devices().get(0);
                yield event.withDevices(List.of(new Device(
                        changed(part, device.answers(), changes),
                        device.manufacturer(),
                        device.model(),
                        device.serial())));
            }
        };
    }

    private static Answers changed(Part part, Answers answers, List<String[]> changes) {
        var changed = answers;
        for (var change : changes) {
            var type = Taxonomy.of(TaxonomyVersion.V6).question(part, change[0]).type();
            var values = new ArrayList<Object>();
            Stream.of(change[1].split(","))
                    .filter(value -> !value.isEmpty())
                    .forEach(value -> values.add(typed(type, value)));
            changed = changed.with(change[0], values.toArray());
        }
        return changed;
    }

    private static Object typed(ValueType type, String value) {
        return switch (type) {
            case INTEGER -> Integer.valueOf(value);
            case BOOLEAN -> Boolean.valueOf(value);
            case CODE, STRING, DATE, TIME -> value;
        };
    }
}
