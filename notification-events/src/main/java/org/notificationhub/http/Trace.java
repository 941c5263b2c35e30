package org.notificationhub.http;

/**
 * What ties one request to everything it causes.
 *
 * @param requestId the caller's {@code X-Request-ID}, or ours; for support, never for idempotency
 * @param correlationId the caller's {@code X-Correlation-ID}, or the request id; it travels to the authority
 */
public record Trace(String requestId, String correlationId, TraceParent parent) {}
