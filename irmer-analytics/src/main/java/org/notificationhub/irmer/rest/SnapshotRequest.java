package org.notificationhub.irmer.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to freeze. */
public record SnapshotRequest(
        @Schema(description = AsOf.DESCRIPTION, examples = "2026-11-23T09:00:00Z")
        String asOf) {}
