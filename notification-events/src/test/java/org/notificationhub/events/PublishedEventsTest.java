package org.notificationhub.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An example, once published, is never changed or removed: whoever wrote such an event may send it again. */
class PublishedEventsTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/examples");
    private static final ObjectMapper JSON = WireJson.tolerantReader();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaIdResolvers(
                    resolvers -> resolvers.mapPrefix("https://notificationhub.org/schemas/", "classpath:schemas/")));

    static Stream<Class<? extends HubEvent>> events() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasASchemaAndAnExample(Class<? extends HubEvent> event) {
        assertThat(schema(event)).isNotNull();
        assertThat(examples(event)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyExampleEverPublishedFitsTheSchema(Class<? extends HubEvent> event) {
        assertThat(examples(event)).allSatisfy(example -> {
            var faults = schema(event)
                    .validate(
                            read(example),
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
            assertThat(faults).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyExampleEverPublishedIsReadAndWrittenWithoutLoss(Class<? extends HubEvent> event) {
        assertThat(examples(event)).allSatisfy(example -> {
            var before = JSON.readTree(read(example));

            var after = JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(before, event)));

            assertThat(after).isEqualTo(before);
        });
    }

    @Test
    void theTypeSaysWhatHappened() {
        assertThat(EventTypes.type(NotificationReceived.class))
                .isEqualTo("org.notificationhub.notification.received.v1");
        assertThat(EventTypes.event("org.notificationhub.delivery.accepted.v1")).contains(DeliveryAccepted.class);
        assertThat(EventTypes.event("org.notificationhub.delivery.imagined.v1")).isEmpty();
    }

    @Test
    void aMemberAddedLaterIsPassedOver() throws IOException {
        var later = "{\"notificationId\":\"01933c1e-7a40-7c5b-9d5e-3f0a6b1c2d3e\",\"version\":2,\"addedLater\":true}";

        assertThat(JSON.readValue(later, NotificationWithdrawn.class).version()).isEqualTo(2);
    }

    private static Schema schema(Class<? extends HubEvent> event) {
        return SCHEMAS.getSchema(SchemaLocation.of(EventTypes.schema(event).toString()));
    }

    private static Stream<Path> examples(Class<? extends HubEvent> event) {
        try {
            return Files.list(EXAMPLES.resolve(EventTypes.schemaName(event).replace(".v1.json", "")));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static String read(Path example) throws IOException {
        return Files.readString(example);
    }
}
