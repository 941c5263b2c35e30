package org.notificationhub.irmer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.notificationhub.bus.CloudEvents;
import org.notificationhub.events.EventTypes;
import org.notificationhub.events.HubEvent;

/** The real broker, from the side of those who publish. */
@ApplicationScoped
class Bus {

    private final String servers;

    Bus(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
        this.servers = servers;
    }

    UUID publish(HubEvent event) {
        var id = Notifications.newId();
        publish(id, event);
        return id;
    }

    void publish(UUID eventId, HubEvent event) {
        var record = garbage(event.notificationId().toString(), CloudEvents.write(event));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", eventId.toString());
        header(record, "ce_source", "/hub/notification-intake");
        header(record, "ce_type", EventTypes.type(event.getClass()));
        header(record, "ce_subject", "notification/" + event.notificationId());
        header(record, "content-type", "application/json");
        send(record);
    }

    static ProducerRecord<String, byte[]> garbage(String key, String value) {
        return new ProducerRecord<>("notifications.v1", key, value.getBytes(UTF_8));
    }

    static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    void send(ProducerRecord<String, byte[]> record) {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor("notifications.v1.dlq").stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(1)).spliterator(), false)
                    .toList();
        }
    }
}
