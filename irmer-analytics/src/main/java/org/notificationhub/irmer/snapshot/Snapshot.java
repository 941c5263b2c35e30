package org.notificationhub.irmer.snapshot;

import java.time.Instant;
import java.util.UUID;
import org.notificationhub.irmer.report.ReportingYear;

/**
 * A year's figures, frozen as known at a time.
 *
 * @param takenBy the subject of the token
 * @param hash SHA-256 of the frozen book, in lower-case hexadecimal
 */
public record Snapshot(UUID id, ReportingYear year, Instant asOf, Instant takenAt, String takenBy, String hash) {}
