package org.notificationhub.routing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.notificationhub.events.EventTypes;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.WireJson;

/** The other services, as far as routing can tell: publishes what intake would, and reads what routing publishes. */
public final class Bus implements AutoCloseable {

    static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final ObjectMapper JSON = WireJson.tolerantReader();

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> read = new CopyOnWriteArrayList<>();

    public Bus(String bootstrapServers) {
        Map<String, Object> broker = Map.of("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = List.of("routing-outcomes.v1", "notifications.v1.dlq").stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(Bus::partition)
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public void publish(UUID eventId, HubEvent event) {
        try {
            publish(eventId, event.notificationId(), EventTypes.type(event.getClass()), JSON.writeValueAsBytes(event));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void publish(UUID eventId, UUID key, String type, byte[] value) {
        var message = new ProducerRecord<>("notifications.v1", key.toString(), value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        eventId.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/hub/notification-intake",
                        "ce_correlationid",
                        "corr-" + key,
                        "content-type",
                        "application/json",
                        "traceparent",
                        TRACEPARENT)
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    /** In the order they were published. */
    public List<HubEvent.FromRouting> outcomes(UUID notificationId) {
        poll();
        return read.stream()
                .filter(message -> message.topic().equals("routing-outcomes.v1"))
                .filter(message -> message.key().equals(notificationId.toString()))
                .map(Bus::outcome)
                .toList();
    }

    List<String> deadLetterKeys() {
        poll();
        return read.stream()
                .filter(message -> message.topic().endsWith(".dlq"))
                .map(ConsumerRecord::key)
                .toList();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(50)).forEach(read::add);
    }

    private static HubEvent.FromRouting outcome(ConsumerRecord<String, byte[]> message) {
        var type = new String(message.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        try {
            return (HubEvent.FromRouting)
                    JSON.readValue(message.value(), EventTypes.event(type).orElseThrow());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
