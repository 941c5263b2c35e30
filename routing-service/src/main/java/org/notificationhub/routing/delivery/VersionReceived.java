package org.notificationhub.routing.delivery;

import java.time.Instant;

/**
 * As evidence keeps it: what the sender said, by its hash.
 *
 * @param payloadSha256 of the salt, a line feed and the payload; absent where it had been erased before
 * @param type null for the withdrawal of what had been erased before; so is {@code providerId}
 */
record VersionReceived(
        int version,
        boolean withdrawal,
        Instant receivedAt,
        String type,
        String providerId,
        String correlationId,
        String payloadSha256) {

    static VersionReceived of(NotificationVersion version) {
        var content = version.erasedAt() == null ? version.content() : null;
        return new VersionReceived(
                version.version(),
                version.withdrawalReason() != null,
                version.receivedAt(),
                content == null ? null : content.type(),
                content == null ? null : content.provider().code(),
                version.correlationId(),
                version.payloadSha256().orElse(null));
    }
}
