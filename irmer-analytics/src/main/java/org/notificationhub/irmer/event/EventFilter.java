package org.notificationhub.irmer.event;

import java.util.List;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.report.ReportingYear;

/**
 * Which events are asked for: those of which all conditions hold.
 *
 * @param year null for any
 * @param modality null for any
 * @param conditions at least one
 */
public record EventFilter(ReportingYear year, String modality, List<Condition> conditions) {

    public EventFilter {
        conditions = List.copyOf(conditions);
    }

    boolean isAbout(Cell cell) {
        return (year == null || year.equals(cell.year())) && (modality == null || modality.equals(cell.modality()));
    }
}
