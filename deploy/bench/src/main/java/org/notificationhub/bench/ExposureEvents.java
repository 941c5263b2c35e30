package org.notificationhub.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.notificationhub.bus.CloudEvents;
import org.notificationhub.events.EventTypes;
import org.notificationhub.events.Ids;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.CqcNotice;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.events.NotificationReceived;

/**
 * Fills {@code notifications.v1} with exposures of four years, no two of them about one incident, as intake publishes them:
 * in the order in which they were notified. Under another type they are as long and are not counted.
 */
public final class ExposureEvents {

    private static final String TOPIC = "notifications.v1";

    private static final Instant FIRST = Instant.parse("2021-04-01T09:00:00Z");
    private static final Instant RECEIVED = Instant.parse("2025-04-01T09:00:00Z");
    private static final List<String> MODALITIES = List.of("DIAGNOSTIC_IMAGING", "RADIOTHERAPY", "NUCLEAR_MEDICINE");
    private static final List<String> SUB_MODALITIES = List.of("CT", "EXTERNAL_BEAM", "PET_CT");
    private static final List<String> CODES = List.of("1", "2.1", "2.2", "2.3", "2.4");
    private static final List<String> FACTORS =
            List.of("INTERRUPTION", "STAFFING_SHORTAGE", "COMMUNICATION", "EQUIPMENT");
    private static final int PROVIDERS = 200;
    private static final Duration YEARS = Duration.ofDays(1400);

    private ExposureEvents() {}

    /** @param arguments the broker, how many, and the notification type */
    public static void main(String[] arguments) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0], ProducerConfig.LINGER_MS_CONFIG, 20);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var count = Integer.parseInt(arguments[1]);
            for (var number = 0; number < count; number++) {
                producer.send(
                        message(number, arguments[2], YEARS.multipliedBy(number).dividedBy(count)));
            }
        }
    }

    private static ProducerRecord<String, byte[]> message(int number, String type, Duration since) {
        var event = event(number, type, since);
        var id = event.notificationId().toString();
        var message = new ProducerRecord<>(TOPIC, id, CloudEvents.write(event).getBytes(StandardCharsets.UTF_8));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", Ids.next().toString());
        header(message, "ce_source", "/hub/notification-intake");
        header(message, "ce_type", EventTypes.type(NotificationReceived.class));
        header(message, "ce_subject", "notification/" + id);
        header(message, "ce_time", event.receivedAt().toString());
        header(message, "content-type", "application/json");
        return message;
    }

    private static NotificationReceived event(int number, String type, Duration since) {
        var notified = FIRST.plus(since).truncatedTo(ChronoUnit.SECONDS);
        var happened = notified.minus(number % 20, ChronoUnit.DAYS);
        var modality = number % MODALITIES.size();
        var details = JsonNodeFactory.instance.objectNode();
        details.put("modality", MODALITIES.get(modality));
        details.put("subModality", SUB_MODALITIES.get(modality));
        details.put("saueCode", CODES.get(number % CODES.size()));
        details.put("exposureKind", "UNINTENDED");
        details.put("intendedDose_mSv", 0.5);
        details.put("totalDose_mSv", 6 + number / 1000.0);
        details.put("adult", true);
        details.put("peopleAffected", 1);
        details.put("discoveredAt", happened.toString());
        details.put("organisationType", number % 9 == 0 ? "INDEPENDENT_HOSPITAL" : "NHS_ACUTE");
        details.putArray("contributoryFactors").add(FACTORS.get(number % FACTORS.size()));
        var content = new NotificationContent(
                type,
                "BENCH-" + number,
                new Provider("B%04d".formatted(number % PROVIDERS), null, null, null),
                happened,
                happened,
                "Exposure repeated because the first image could not be used.",
                List.of(),
                null,
                new CqcNotice(null, notified),
                details,
                false);
        return new NotificationReceived(Ids.next(), RECEIVED, content);
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
