package org.notificationhub.lfpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    @ParameterizedTest(name = "{0} in version {1}")
    @MethodSource("events")
    void everyKindOfEventIsValidAndComesBackAsItWas(String name, TaxonomyVersion version, LfpseEvent event) {
        var lfpse = Lfpse.of(version);

        var written = lfpse.write(event);

        assertThat(lfpse.validate(written)).isEmpty();
        assertThat(lfpse.read(written).event()).isEqualTo(event);
        assertThat(lfpse.write(lfpse.read(written).event())).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0} in version {1}")
    @MethodSource("events")
    void everyKindOfEventComesThroughANotification(String name, TaxonomyVersion version, LfpseEvent event)
            throws IOException {
        var block = Json.MAPPER.readTree(EventBlock.write(event).toString());

        assertThat(EventBlock.read(block)).isEqualTo(event);
        assertThat(Lfpse.of(version).check(EventBlock.read(block))).isEmpty();
        assertThat(Schemas.faults(block)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sample-incident-v6, 6", "sample-outcome-v6, 6", "incident-with-reference-v6, 6", "built-outcome-v5, 5"
    })
    void everySampleIsValidAndLosesNothing(String sample, String version) throws IOException {
        var lfpse = Lfpse.of(TaxonomyVersion.of(version));
        var text = sample(sample);

        var written = lfpse.write(lfpse.read(text).event());

        assertThat(lfpse.validate(text)).isEmpty();
        assertThat(inAnyOrder(Json.read(written))).isEqualTo(inAnyOrder(Json.read(text)));
        assertThat(lfpse.write(lfpse.read(written).event())).isEqualTo(written);
    }

    @Test
    void theOrderOfAnswersChangesNothing() {
        var lfpse = Lfpse.of(TaxonomyVersion.V6);
        var oneWay =
                Events.answering(Answers.none().with("InvolvedAgents", "10").with("LevelOfConcern", "3"));
        var otherWay =
                Events.answering(Answers.none().with("LevelOfConcern", "3").with("InvolvedAgents", "10"));

        assertThat(lfpse.write(otherWay)).isEqualTo(lfpse.write(oneWay));
        assertThat(otherWay).isEqualTo(oneWay);
    }

    static String sample(String name) throws IOException {
        try (var file = RoundTripTest.class.getResourceAsStream("/samples/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Stream<Arguments> events() {
        var inBoth = TaxonomyVersion.all().stream()
                .flatMap(version -> Events.valid().entrySet().stream()
                        .map(event -> arguments(event.getKey(), version, event.getValue())));
        return Stream.concat(inBoth, Stream.of(arguments("dm+d", TaxonomyVersion.V6, Events.withDmd())));
    }

    /** FHIR gives the order of extensions no meaning. */
    private static JsonNode inAnyOrder(JsonNode tree) {
        tree.forEach(RoundTripTest::inAnyOrder);
        if (tree instanceof ObjectNode object && object.get("extension") instanceof ArrayNode extensions) {
            var sorted = StreamSupport.stream(extensions.spliterator(), false)
                    .sorted(Comparator.comparing(
                            extension -> extension.path("url").asText()))
                    .toList();
            object.set("extension", Json.MAPPER.createArrayNode().addAll(sorted));
        }
        return tree;
    }
}
