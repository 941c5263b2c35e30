package org.notificationhub.intake.lfpse;

/** An event for the API document: accepted as it stands. */
final class ExampleEvent {

    static final String FALL = """
            { "resourceType": "AdverseEvent",
              "meta": { "profile": [ "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/patient-safety-adverse-event-6" ] },
              "identifier": { "value": "INC-2026-000123" },
              "contained": [
                { "resourceType": "Location", "id": "location1",
                  "extension": [ { "url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/location-details-6",
                    "extension": [ { "url": "LocationKnown", "valueCode": "y" }, { "url": "Organisation", "valueCode": "RJ1" },
                                   { "url": "LocationWithinService", "valueCode": "4" }, { "url": "ServiceArea", "valueCode": "1" } ] } ] },
                { "resourceType": "Practitioner", "id": "practitioner1",
                  "extension": [ { "url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/practitioner-details-6",
                    "extension": [ { "url": "ReporterRole", "valueCode": "5" }, { "url": "ReporterInvolvement", "valueCode": "4" },
                                   { "url": "ReporterOrganisation", "valueCode": "RJ1" } ] } ] },
                { "resourceType": "Patient", "id": "patient1",
                  "extension": [ { "url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/patient-information-6",
                    "extension": [ { "url": "PatientSequence", "valueInteger": 1 }, { "url": "AgeAtTimeOfIncidentDays", "valueInteger": 24180 },
                                   { "url": "PhysicalHarm", "valueCode": "4" }, { "url": "PsychologicalHarm", "valueCode": "4" } ] } ] } ],
              "extension": [
                { "url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/adverse-event-core-6",
                  "extension": [ { "url": "Description", "valueString": "Inpatient slipped beside the bed; graze to left elbow." } ] },
                { "url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/adverse-event-agent-6",
                  "extension": [ { "url": "InvolvedAgents", "valueCode": "10" } ] },
                { "url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/adverse-event-safety-challenges-6",
                  "extension": [ { "url": "SafetyChallenges", "valueCode": "2" } ] },
                { "url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/adverse-event-estimated-date-6",
                  "extension": [ { "url": "IncidentOccurredToday", "valueCode": "n" }, { "url": "PreciseTime", "valueTime": "06:40:00" } ] },
                { "url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/adverse-event-classification-6",
                  "extension": [ { "url": "LevelOfConcern", "valueCode": "3" } ] } ],
              "actuality": "actual",
              "event": { "coding": [ { "code": "1" } ] },
              "subject": { "reference": "#patient1" },
              "date": "2026-11-20",
              "location": { "reference": "#location1" },
              "recorder": { "reference": "#practitioner1" } }""";

    private ExampleEvent() {}
}
