package org.notificationhub.irmer.rest;

import static org.notificationhub.irmer.report.ReportingYear.LONDON;

import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.event.Event;

/** A notification as it is counted. What is not known, and of one that is left out what it would count as, is absent. */
public record EventView(
        @Schema(description = "Of the notification") UUID id,

        @Schema(description = "Code of the provider or employer; for those who review events", examples = "RJ1")
        String provider,

        @Schema(description = "The day, in London, on which CQC was notified")
        LocalDate notifiedOn,

        @Schema(examples = "2023/24") String year,

        @Schema(description = "NOT_KNOWN where the notification names none", examples = "DIAGNOSTIC_IMAGING")
        String modality,

        @Schema(examples = "NHS_ACUTE") String organisationType,

        @Schema(description = "As reviewed, or else as notified", examples = "CT")
        String subModality,

        @Schema(description = "SAUE notification code", examples = "2.2")
        String code,

        List<String> complementaryCodes,
        @Schema(examples = "REFERRER") String tier1,
        @Schema(examples = "INCORRECT_REFERRAL") String tier2,
        @Schema(examples = "WRONG_PATIENT") String tier3,
        List<FactorView> factors,

        @Schema(description = "Told within two weeks of discovery: IN_TIME, LATE or NOT_KNOWN", examples = "IN_TIME")
        String notified,

        @Schema(
                description = "Investigated within twelve weeks of discovery: IN_TIME, LATE, NOT_KNOWN or AWAITED",
                examples = "AWAITED")
        String reported,

        @Schema(description = "Where it is awaited: the last day that is in time")
        LocalDate reportDueOn,

        @Schema(description = "Why it is not counted: WITHDRAWN, TEST or OUTSIDE_ENGLAND")
        String leftOut,

        @Schema(description = "Notifications by others of what looks like the same incident")
        List<UUID> possibleDuplicates,

        Links links) {

    /**
     * @param intake where notifications are read; empty where that is not set
     * @param reviews whether the caller may know whose it is
     */
    static EventView of(Event event, Optional<URI> intake, boolean reviews) {
        var any = event.cells().get(0);
        return new EventView(
                event.notificationId(),
                reviews ? event.provider() : null,
                event.notifiedAt().atZone(LONDON).toLocalDate(),
                any.year().toString(),
                any.modality(),
                step(event, Dimension.COUNTED, 1),
                step(event, Dimension.SUB_MODALITY, 1),
                step(event, Dimension.CODE, 1),
                event.in(Dimension.COMPLEMENTARY_CODE)
                        .map(cell -> cell.step(1))
                        .sorted()
                        .toList(),
                step(event, Dimension.TIER, 1),
                step(event, Dimension.TIER, 2),
                step(event, Dimension.TIER, 3),
                event.in(Dimension.FACTOR)
                        .filter(cell -> cell.path().size() > 1)
                        .map(FactorView::of)
                        .sorted(Comparator.comparing(FactorView::code))
                        .toList(),
                step(event, Dimension.NOTIFIED, 1),
                step(event, Dimension.REPORTED, 1),
                event.step(Dimension.REPORTED, 2).map(LocalDate::parse).orElse(null),
                step(event, Dimension.LEFT_OUT, 1),
                event.in(Dimension.POSSIBLE_DUPLICATE).findAny().isPresent() ? event.alike() : List.of(),
                Links.of(event.notificationId(), intake));
    }

    private static String step(Event event, Dimension dimension, int step) {
        return event.step(dimension, step).orElse(null);
    }

    /** @param standing STATED by the notifier, or CONFIRMED at review */
    public record FactorView(
            @Schema(examples = "INTERRUPTION") String code,
            @Schema(examples = "CONFIRMED") String standing) {

        static FactorView of(Cell cell) {
            return new FactorView(cell.step(1), cell.step(2));
        }
    }

    /** @param notification absent where this service has not been told where notifications are read */
    public record Links(URI classification, URI notification) {

        static Links of(UUID id, Optional<URI> intake) {
            return new Links(
                    URI.create("/v1/irmer/events/" + id + "/classification"),
                    intake.map(address -> address.resolve("/v1/notifications/" + id))
                            .orElse(null));
        }
    }
}
