package org.notificationhub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    @Test
    void whatWasAcknowledgedOutlivesAKilledBroker(@TempDir Path directory) throws Exception {
        var port = Ports.free();
        var controllerPort = Ports.free();
        var broker = start(directory, port, controllerPort);
        Topics.create("localhost:" + port);
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", "localhost:" + port, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("notifications.v1", "key", "kept"))
                    .get(30, TimeUnit.SECONDS);
        }
        broker.destroyForcibly().waitFor();

        var restarted = start(directory, port, controllerPort);
        try {
            Topics.create("localhost:" + port);
            assertThat(read(port)).containsExactly("kept");
        } finally {
            restarted.destroyForcibly().waitFor();
        }
    }

    private static Process start(Path directory, int port, int controllerPort) throws IOException {
        return JavaProcess.start(
                directory.resolve("broker.log"),
                BrokerMain.class,
                directory.resolve("kafka").toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
    }

    private static List<String> read(int port) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", "localhost:" + port, "group.id", "test", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("notifications.v1"));
            for (var polls = 0; polls < 60; polls++) {
                var records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    return StreamSupport.stream(records.spliterator(), false)
                            .map(record -> record.value())
                            .toList();
                }
            }
            return List.of();
        }
    }
}
