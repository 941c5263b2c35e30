package org.notificationhub.irmer.count;

import java.util.List;
import org.notificationhub.irmer.report.ReportingYear;

/** One of the counts that are kept. */
public record Cell(ReportingYear year, Dimension dimension, List<String> path) {

    /** What stands for a modality that is missing or that we do not know. */
    public static final String NOT_KNOWN = "NOT_KNOWN";

    public Cell {
        path = List.copyOf(path);
    }

    public String modality() {
        return path.get(0);
    }

    /** The step after the modality, or null where the path ends there. */
    public String step(int index) {
        return path.size() > index ? path.get(index) : null;
    }
}
