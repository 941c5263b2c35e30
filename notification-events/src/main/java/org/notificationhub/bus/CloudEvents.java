package org.notificationhub.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.ce.IncomingCloudEventMetadata;
import io.smallrye.reactive.messaging.ce.OutgoingCloudEventMetadata;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.notificationhub.events.EventTypes;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.WireJson;

/** Events as CloudEvents 1.0: {@code ce_*} headers and the value alone going out, either mode coming in. */
public final class CloudEvents {

    private static final ObjectMapper JSON = WireJson.tolerantReader();
    private static final String TRACEPARENT = "traceparent";

    private CloudEvents() {}

    public static String write(HubEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event of ours cannot be written: " + event.getClass(), e);
        }
    }

    static Message<byte[]> message(OutboxRow row, String source) {
        var headers = new RecordHeaders();
        if (row.traceparent() != null) {
            headers.add(TRACEPARENT, row.traceparent().getBytes(StandardCharsets.US_ASCII));
        }
        var cloudEvent = OutgoingCloudEventMetadata.builder()
                .withId(row.id().toString())
                .withSource(URI.create(source))
                .withType(row.type())
                .withSubject("notification/" + row.aggregateId())
                .withTimestamp(row.occurredAt().atZone(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension("partitionkey", row.aggregateId())
                .withExtension("dataclassification", "restricted");
        EventTypes.event(row.type()).ifPresent(event -> cloudEvent.withDataSchema(EventTypes.schema(event)));
        if (row.correlationId() != null) {
            cloudEvent.withExtension("correlationid", row.correlationId());
        }
        return Message.of(row.payload().getBytes(StandardCharsets.UTF_8))
                .addMetadata(cloudEvent.build())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(row.aggregateId())
                        .withHeaders(headers)
                        .build());
    }

    /** Empty where the type is one that this service does not know yet. */
    static Optional<Incoming> read(Message<byte[]> message) {
        IncomingCloudEventMetadata<?> cloudEvent = message.getMetadata(IncomingCloudEventMetadata.class)
                .orElseThrow(() -> new UnreadableEvent("not a CloudEvent"));
        return EventTypes.event(cloudEvent.getType())
                .map(type -> new Incoming(
                        id(cloudEvent.getId()),
                        body(message.getPayload(), type),
                        cloudEvent.<String>getExtension("correlationid").orElse(null),
                        traceparent(message)));
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("ce_id is not a UUID");
        }
    }

    private static HubEvent body(byte[] value, Class<? extends HubEvent> type) {
        try {
            var event = JSON.readValue(value, type);
            if (event == null || event.notificationId() == null) {
                throw new UnreadableEvent("the value has no notificationId");
            }
            return event;
        } catch (IOException e) {
            throw new UnreadableEvent("the value does not fit " + EventTypes.schemaName(type));
        }
    }

    private static String traceparent(Message<byte[]> message) {
        return message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(kafka -> kafka.getHeaders().lastHeader(TRACEPARENT))
                .map(header -> new String(header.value(), StandardCharsets.US_ASCII))
                .orElse(null);
    }

    /** A row waiting to be published. */
    record OutboxRow(
            UUID id,
            String aggregateId,
            String type,
            String payload,
            String correlationId,
            String traceparent,
            Instant occurredAt) {}
}
