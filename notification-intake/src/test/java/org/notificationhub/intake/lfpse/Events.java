package org.notificationhub.intake.lfpse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.notificationhub.lfpse.Answers;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.lfpse.LfpseEvent;
import org.notificationhub.lfpse.TaxonomyVersion;

/** Events as clients of LfPSE send them. */
final class Events {

    static final Lfpse LFPSE = Lfpse.of(TaxonomyVersion.current());

    private static final String DESCRIPTION = "Inpatient slipped beside the bed; graze to left elbow.";

    private Events() {}

    static String sample(String name) {
        try (var file = Events.class.getResourceAsStream("/lfpse/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An Incident of little harm, whole but for a reference. */
    static LfpseEvent incident(String organisation) {
        return LfpseEvent.of(EventType.INCIDENT)
                .withDate("2026-11-20")
                .withEvent(Answers.none()
                        .with("Description", DESCRIPTION)
                        .with("InvolvedAgents", "10")
                        .with("SafetyChallenges", "2")
                        .with("IncidentOccurredToday", "n")
                        .with("PreciseTime", "06:40:00")
                        .with("LevelOfConcern", "3"))
                .withLocation(Answers.none().with("LocationKnown", "y").with("Organisation", organisation))
                .withReporter(Answers.none().with("ReporterRole", "5").with("ReporterOrganisation", organisation))
                .withPeople(List.of(patient(1, "4")));
    }

    static LfpseEvent harming(LfpseEvent event, String... physicalHarm) {
        var people = new ArrayList<Answers>();
        for (var harm : physicalHarm) {
            people.add(patient(people.size() + 1, harm));
        }
        return event.withPeople(people);
    }

    static LfpseEvent flagged(LfpseEvent event, Object... criteria) {
        return answering(answering(event, "CqcNotify", true), "CqcCriteria", criteria);
    }

    static LfpseEvent answering(LfpseEvent event, String question, Object... answers) {
        return event.withEvent(event.event().with(question, answers));
    }

    private static Answers patient(int number, String physicalHarm) {
        var patient = Answers.none()
                .with("PatientSequence", number)
                .with("AgeAtTimeOfIncidentDays", 24180)
                .with("PhysicalHarm", physicalHarm);
        return physicalHarm.equals("1") || physicalHarm.equals("2")
                ? patient.with("StrengthOfAssociation", "5")
                : patient.with("PsychologicalHarm", "4");
    }
}
