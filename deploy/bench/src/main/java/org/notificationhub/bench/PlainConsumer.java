package org.notificationhub.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.reactive.messaging.kafka.impl.ce.KafkaCloudEventHelper;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.notificationhub.bus.EventConsumer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The consumer that every service has, with an effect of nothing: it reads each event and marks it in the inbox, many in one
 * transaction. It has no framework around it, so it is faster than the same consumer in a service.
 */
public final class PlainConsumer {

    /** As many as the service lets wait. */
    private static final int UNSETTLED = 512;

    private final Semaphore room = new Semaphore(UNSETTLED);
    private final AtomicLong began = new AtomicLong();
    private final CountDownLatch settled;

    private PlainConsumer(int events) {
        this.settled = new CountDownLatch(events);
    }

    /** Prints how many milliseconds it took from the first event to the last. @param arguments broker, database, events */
    public static void main(String[] arguments) throws Exception {
        var plain = new PlainConsumer(Integer.parseInt(arguments[2]));
        System.out.println(plain.run(arguments[0], arguments[1]).toMillis());
        System.exit(0);
    }

    private Duration run(String broker, String url) throws Exception {
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        try (var transactions = new OneConnection(database);
                var consumer = new EventConsumer(
                        "plain",
                        ExposureEvents.TOPIC,
                        transactions.joined(),
                        transactions::run,
                        events -> {},
                        new SimpleMeterRegistry())) {
            consumer.start(Multi.createFrom()
                    .emitter(emitter -> new Thread(() -> read(broker, emitter)).start(), BackPressureStrategy.BUFFER));
            settled.await();
            return Duration.ofNanos(System.nanoTime() - began.get());
        }
    }

    private void read(String broker, MultiEmitter<? super Message<byte[]>> emitter) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ConsumerConfig.GROUP_ID_CONFIG,
                "plain-" + UUID.randomUUID(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (var topic = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            topic.subscribe(List.of(ExposureEvents.TOPIC));
            while (settled.getCount() > 0) {
                for (var message : topic.poll(Duration.ofMillis(100))) {
                    began.compareAndSet(0, System.nanoTime());
                    room.acquireUninterruptibly();
                    emitter.emit(message(message));
                }
            }
        }
    }

    private Message<byte[]> message(ConsumerRecord<String, byte[]> message) {
        return Message.of(
                message.value(), Metadata.of(KafkaCloudEventHelper.createFromBinaryCloudEvent(message)), () -> {
                    room.release();
                    settled.countDown();
                    return CompletableFuture.completedFuture(null);
                });
    }

    /** The one connection of a consumer that has one thread. */
    private static final class OneConnection implements AutoCloseable {

        private final Connection connection;

        OneConnection(DataSource database) throws SQLException {
            connection = database.getConnection();
            connection.setAutoCommit(false);
        }

        void run(Runnable work) {
            try {
                work.run();
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Closing what it gives out ends nothing: the transaction does that. */
        DataSource joined() {
            return (DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> uncloseable());
        }

        private Connection uncloseable() {
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) ->
                            method.getName().equals("close") ? null : method.invoke(connection, arguments));
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
