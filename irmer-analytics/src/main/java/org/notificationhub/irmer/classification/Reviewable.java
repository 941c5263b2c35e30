package org.notificationhub.irmer.classification;

import java.util.UUID;
import org.notificationhub.irmer.report.ReportingYear;

/**
 * A notification that can be reviewed.
 *
 * @param modality {@code NOT_KNOWN} where the notification names none that we know
 */
record Reviewable(UUID notificationId, ReportingYear year, String modality) {}
