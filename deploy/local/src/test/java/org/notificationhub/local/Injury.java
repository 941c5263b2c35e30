package org.notificationhub.local;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A serious injury: told to LfPSE by an NHS body, to CQC by an independent provider. */
final class Injury {

    static final String NHS_BODY = "RJ1";
    static final String INDEPENDENT = "1-101614751";

    private Injury() {}

    static ObjectNode at(String providerId, String reference) {
        var notification = Hub.JSON
                .createObjectNode()
                .put("type", "SERIOUS_INJURY")
                .put("reference", reference)
                .put("occurredAt", "2026-01-20T09:15:00Z")
                .put("awareAt", "2026-01-20T10:00:00Z")
                .put("summary", "Fall from bed; hip fracture.");
        notification.putObject("provider").put("id", providerId);
        notification.putObject("details").put("injury", "FRACTURE");
        return notification;
    }
}
