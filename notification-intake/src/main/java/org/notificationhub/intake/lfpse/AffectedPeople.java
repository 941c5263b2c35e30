package org.notificationhub.intake.lfpse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.notificationhub.lfpse.LfpseEvent;

/** Patients of an LfPSE event as the people of a notification: by their number, with the age band of CQC's forms. */
final class AffectedPeople {

    /** LfPSE counts 31 days a month and 12 months a year, so that an age can be given in years alone. */
    private static final int DAYS_IN_A_YEAR = 372;

    private static final NavigableMap<Integer, String> BAND_FROM_YEAR = new TreeMap<>(Map.ofEntries(
            Map.entry(0, "<1"),
            Map.entry(1, "1-4"),
            Map.entry(5, "5-11"),
            Map.entry(12, "12-15"),
            Map.entry(16, "16-17"),
            Map.entry(18, "18-24"),
            Map.entry(25, "25-34"),
            Map.entry(35, "35-44"),
            Map.entry(45, "45-54"),
            Map.entry(55, "55-64"),
            Map.entry(65, "65-74"),
            Map.entry(75, "75-84"),
            Map.entry(85, "85+")));

    private AffectedPeople() {}

    static ArrayNode of(LfpseEvent event) {
        var people = JsonNodeFactory.instance.arrayNode();
        event.people().forEach(patient -> {
            var person =
                    people.addObject().put("code", "patient-" + (people.size())).put("role", "SERVICE_USER");
            patient.first("AgeAtTimeOfIncidentDays")
                    .filter(Integer.class::isInstance)
                    .map(days -> BAND_FROM_YEAR.floorEntry((Integer) days / DAYS_IN_A_YEAR))
                    .ifPresent(band -> person.put("ageBand", band.getValue()));
        });
        return people;
    }
}
