package org.notificationhub.irmer.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.irmer.snapshot.Snapshot;

/** A year's figures that were frozen. */
public record SnapshotView(
        UUID id,
        @Schema(examples = "2023/24") String year,

        @Schema(description = "What was recorded later is left out")
        Instant asOf,

        Instant takenAt,

        @Schema(description = "The subject of the token") String takenBy,

        @Schema(description = "SHA-256 of the snapshot as JSON, byte for byte, in hexadecimal")
        String hash,

        String self) {

    static SnapshotView of(Snapshot snapshot) {
        return new SnapshotView(
                snapshot.id(),
                snapshot.year().toString(),
                snapshot.asOf(),
                snapshot.takenAt(),
                snapshot.takenBy(),
                snapshot.hash(),
                self(snapshot));
    }

    static String self(Snapshot snapshot) {
        return "/v1/irmer/years/%s/snapshots/%s".formatted(snapshot.year().inPath(), snapshot.id());
    }
}
