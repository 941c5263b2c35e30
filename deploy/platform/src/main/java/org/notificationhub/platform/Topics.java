package org.notificationhub.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The hub's topics. They are made here and never by use. */
public final class Topics {

    public static final List<String> ALL =
            List.of("notifications.v1", "notifications.v1.dlq", "routing-outcomes.v1", "routing-outcomes.v1.dlq");

    private static final int PARTITIONS = 12;
    private static final long PATIENCE_SECONDS = 60;

    private Topics() {}

    /** Waits for the broker, and makes what is missing. */
    public static void create(String bootstrapServers) {
        try (var admin = admin(bootstrapServers)) {
            var wanted = ALL.stream()
                    .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.empty()))
                    .toList();
            admin.createTopics(wanted).values().values().forEach(made -> await(made, TopicExistsException.class));
        }
    }

    /** Leaves every topic empty and every group without a position: for a test that must not read another's events. */
    static void recreate(String bootstrapServers) {
        try (var admin = admin(bootstrapServers)) {
            admin.deleteTopics(ALL)
                    .topicNameValues()
                    .values()
                    .forEach(gone -> await(gone, UnknownTopicOrPartitionException.class));
        }
        create(bootstrapServers);
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    private static void await(KafkaFuture<Void> done, Class<? extends Exception> harmless) {
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!harmless.isInstance(e.getCause())) {
                throw new IllegalStateException("The broker refused", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("The broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the broker", e);
        }
    }
}
