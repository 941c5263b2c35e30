package org.notificationhub.routing.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Why a duty was met late.
 *
 * @param by the client that said so
 */
@Embeddable
public record LateReason(
        @Column(name = "late_reason") String text,
        @Column(name = "late_reason_by") String by,
        @Column(name = "late_reason_at") Instant at) {}
