package org.notificationhub.lfpse;

import static org.notificationhub.lfpse.EventType.GOOD_CARE;
import static org.notificationhub.lfpse.EventType.INCIDENT;
import static org.notificationhub.lfpse.EventType.OUTCOME;
import static org.notificationhub.lfpse.EventType.RISK;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Events of every kind that LfPSE should take. */
final class Events {

    private static final Answers AGENT = Answers.none().with("InvolvedAgents", "10");
    private static final Answers NO_HARM =
            Answers.none().with("PhysicalHarm", "5").with("PsychologicalHarm", "4");

    private Events() {}

    /** By what is special about each. */
    static Map<String, LfpseEvent> valid() {
        var events = new LinkedHashMap<String, LfpseEvent>();
        events.put("an incident", anIncident());
        events.put("an outcome", anOutcome());
        events.put("a risk", aRisk());
        events.put("good care", goodCare());
        events.put("almost nothing", LfpseEvent.of(OUTCOME));
        events.put("nobody affected", nobodyAffected());
        events.put("three people", people(NO_HARM, NO_HARM.with("AgeBracket", "8"), Answers.none()));
        events.put("a fatality", people(Answers.none().with("PhysicalHarm", "1").with("StrengthOfAssociation", "4")));
        events.put("severe harm", people(NO_HARM.with("PhysicalHarm", "2").with("StrengthOfAssociation", "2")));
        events.put(
                "severe psychological harm",
                people(NO_HARM.with("PsychologicalHarm", "1").with("StrengthOfAssociation", "6")));
        events.put(
                "radiotherapy",
                answering(AGENT.with("SafetyChallenges", "4").with("RadiotherapyIncidentCode", "L1/13z/MD10"))
                        .withDevices(List.of(device("62"))));
        events.put("a medication and a device", medicationAndDevice());
        events.put("several suspects", severalSuspects());
        events.put(
                "blood",
                answering(Answers.none().with("InvolvedAgents", "11").with("SabreReportNumber", "S-1"))
                        .withReporter(reporter("4")));
        events.put(
                "a transplant",
                answering(Answers.none().with("InvolvedAgents", "8").with("NhsbtReportNumber", "N-1")));
        events.put(
                "IT",
                answering(Answers.none().with("InvolvedAgents", "9").with("ITSystemsInvolvementFactors", "1", "2")));
        events.put(
                "buildings in words",
                answering(Answers.none()
                        .with("InvolvedAgents", "13")
                        .with("BuildingsInfrastructure", "1", "16")
                        .with("BuildingsInfrastructureOther", "The old chapel")));
        events.put(
                "estates", answering(Answers.none().with("InvolvedAgents", "14").with("EstatesServices", "1")));
        events.put(
                "an unknown day",
                answering(AGENT.with("IncidentOccurredToday", "u").with("ApproximateDate", "2026-02"))
                        .withDate(null));
        events.put(
                "today",
                answering(AGENT.with("IncidentOccurredToday", "y")
                                .with("TodaysDate", "2026-03-04")
                                .with("EstimatedTime", "2"))
                        .withDate(null));
        events.put("a moment", anIncident().withDate("2026-03-04T06:40:00+00:00"));
        events.put(
                "an organisation in words",
                anIncident()
                        .withLocation(
                                Answers.none().with("LocationKnown", "n").with("OrganisationOther", "A care home")));
        events.put("an unknown place", anIncident().withLocation(Answers.none().with("LocationKnown", "u")));
        events.put(
                "an anonymous reporter",
                anIncident()
                        .withReporter(Answers.none().with("ReporterType", "3").with("WhyAnonymous", "1", "8"))
                        .withEvent(
                                anIncident().event().with("IsAnonymous", true).with("DataSharingOptOut", true)));
        events.put(
                "a reporter in words",
                anIncident().withReporter(reporter("9").with("ReporterRoleOther", "Pharmacy technician")));
        events.put("told to CQC", answering(AGENT.with("CqcNotify", true).with("CqcCriteria", "2", "4")));
        events.put("a never event", answering(AGENT.with("NeverEvent", true).with("NeverEventType", "1")));
        events.put(
                "several challenges",
                answering(AGENT.with("SafetyChallenges", "2", "7").with("MarvinReferenceNumber", "M")));
        events.put("awkward words", answering(AGENT.with("Description", "\"Ward\\5\" – naïve\n\t<b>😀</b> ' ; --")));
        return events;
    }

    /** Of version 6 only. */
    static LfpseEvent withDmd() {
        return medicationAndDevice()
                .withEvent(Answers.none()
                        .with("InvolvedAgents", "4")
                        .with("VTMCode", "90332006")
                        .with("VTMString", "Paracetamol"));
    }

    static LfpseEvent anIncident() {
        return LfpseEvent.of(INCIDENT)
                .withReference("INC-2026-000123")
                .withDate("2026-03-04")
                .withEvent(AGENT.with("Description", "Slipped beside the bed; graze to the elbow.")
                        .with("SafetyChallenges", "2")
                        .with("IncidentOccurredToday", "n")
                        .with("PreciseTime", "06:40:00")
                        .with("LevelOfConcern", "3"))
                .withLocation(Answers.none()
                        .with("LocationKnown", "y")
                        .with("Organisation", "RJ1")
                        .with("LocationWithinService", "4")
                        .with("ServiceArea", "1"))
                .withReporter(reporter("5").with("ReporterInvolvement", "4"))
                .withPeople(List.of(NO_HARM.with("PatientSequence", 1).with("AgeAtTimeOfIncidentDays", 24180)));
    }

    static LfpseEvent anOutcome() {
        return LfpseEvent.of(OUTCOME)
                .withDate("2026-03-04")
                .withEvent(Answers.none()
                        .with("Description", "Unplanned transfer to intensive care.")
                        .with("OutcomeType", "3")
                        .with("PatientSafetyIncidentHasOccurred", "u"))
                .withPeople(List.of(Answers.none()
                        .with("PatientSequence", 1)
                        .with("AgeAtTimeOfIncidentDays", 18600)
                        .with("Gender", "2")));
    }

    static LfpseEvent aRisk() {
        return LfpseEvent.of(RISK)
                .withEvent(Answers.none()
                        .with("Description", "The lock of the medicine cupboard is worn.")
                        .with("RiskImminent", "y")
                        .with("RiskTheme", "8")
                        .with("RiskThemeOther", "Locks")
                        .with("RiskTimeframe", "1"))
                .withLocation(Answers.none().with("LocationAtRisk", "1").with("RiskIdentifiedLocation", "1"));
    }

    static LfpseEvent goodCare() {
        return LfpseEvent.of(GOOD_CARE)
                .withEvent(Answers.none()
                        .with("Description", "A double check found the wrong dose.")
                        .with("StrengthsOfCare", "Attention")
                        .with("HowFutureOccurrence", "A double check everywhere")
                        .with("GoodCareDetectionFactor", "6")
                        .with("GoodCareDetectionFactorOther", "A student"))
                .withReporter(reporter("1"));
    }

    static LfpseEvent nobodyAffected() {
        return anIncident()
                .withPeople(List.of())
                .withEvent(AGENT.with("RiskImminent", "u").with("RiskPopulation", "People who use the ward"));
    }

    static LfpseEvent medicationAndDevice() {
        return answering(Answers.none()
                        .with("InvolvedAgents", "4", "3")
                        .with("DrugsInvolved", "Morphine", "Naloxone")
                        .with("DrugInvolvementFactors", "1"))
                .withMedications(
                        List.of(new Medication(Answers.none().with("MedicationAdministration", "y"), "Morphine")))
                .withDevices(List.of(new Device(
                        Answers.none().with("DeviceType", "88").with("DeviceTypeOther", "A pump of our own"),
                        "Acme",
                        "P-100",
                        "0001")));
    }

    private static LfpseEvent severalSuspects() {
        return answering(Answers.none().with("InvolvedAgents", "3", "4"))
                .withMedications(List.of(
                        new Medication(Answers.none().with("MedicationAdministration", "u"), null),
                        new Medication(Answers.none(), "Saline")))
                .withDevices(List.of(device("84"), device("53"), new Device(Answers.none(), null, "X", null)));
    }

    /** An Incident that affected somebody, with other answers about the event itself. */
    static LfpseEvent answering(Answers answers) {
        return anIncident().withEvent(answers);
    }

    static LfpseEvent people(Answers... people) {
        return anIncident()
                .withPeople(IntStream.range(0, people.length)
                        .mapToObj(i -> people[i].with("PatientSequence", i + 1))
                        .toList());
    }

    static Device device(String type) {
        return new Device(Answers.none().with("DeviceType", type), null, null, null);
    }

    private static Answers reporter(String role) {
        return Answers.none().with("ReporterOrganisation", "RJ1").with("ReporterRole", role);
    }
}
