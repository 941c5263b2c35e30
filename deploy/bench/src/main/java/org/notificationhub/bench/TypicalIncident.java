package org.notificationhub.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.notificationhub.lfpse.Answers;
import org.notificationhub.lfpse.Device;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.Fault;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.lfpse.LfpseEvent;
import org.notificationhub.lfpse.TaxonomyVersion;

/** An Incident as a ward reports it: one patient, a device, and what went wrong. */
final class TypicalIncident {

    private final Lfpse lfpse = Lfpse.of(TaxonomyVersion.current());
    private final String text = lfpse.write(event());

    String text() {
        return text;
    }

    List<Fault> validate() {
        return lfpse.validate(text);
    }

    private static LfpseEvent event() {
        return LfpseEvent.of(EventType.INCIDENT)
                .withReference("INC-2026-000123")
                .withDate("2026-03-04")
                .withEvent(Answers.none()
                        .with(
                                "Description",
                                "Infusion pump stopped during the night; the alarm was not heard on the ward. Found at the"
                                        + " morning round, pump replaced, patient observed for six hours.")
                        .with("InvolvedAgents", "3")
                        .with("ImmediateActions", "Pump taken out of use and labelled.")
                        .with("HealthcareProcess", "1")
                        .with("DetectionPoint", "1")
                        .with("DeviceInvolvementFactors", "1", "2")
                        .with("SafetyChallenges", "2")
                        .with("IncidentOccurredToday", "n")
                        .with("PreciseTime", "06:40:00")
                        .with("LevelOfConcern", "3")
                        .with("DutyOfCandour", true)
                        .with("CqcNotify", false))
                .withLocation(Answers.none()
                        .with("LocationKnown", "y")
                        .with("Organisation", "RJ1")
                        .with("LocationWithinService", "4")
                        .with("ServiceArea", "1")
                        .with("ResponsibleSpecialty", "20"))
                .withReporter(Answers.none()
                        .with("ReporterOrganisation", "RJ1")
                        .with("ReporterRole", "5")
                        .with("ReporterInvolvement", "4"))
                .withPeople(List.of(Answers.none()
                        .with("PatientSequence", 1)
                        .with("AgeAtTimeOfIncidentDays", 24180)
                        .with("PhysicalHarm", "4")
                        .with("PsychologicalHarm", "4")
                        .with("StrengthOfAssociation", "4")))
                .withDevices(List.of(new Device(Answers.none().with("DeviceType", "62"), "Acme", "P-100", "0001")));
    }

    @Override
    public String toString() {
        return "a typical Incident (%,d bytes), taxonomy %s"
                .formatted(
                        text.getBytes(StandardCharsets.UTF_8).length,
                        lfpse.version().number());
    }
}
