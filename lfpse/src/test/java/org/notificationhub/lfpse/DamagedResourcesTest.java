package org.notificationhub.lfpse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is done to a resource, it is judged; and what is not refused is an event that can be passed on. */
class DamagedResourcesTest {

    private static final List<Lfpse> VERSIONS =
            TaxonomyVersion.all().stream().map(Lfpse::of).toList();
    private static final List<String> INSTEAD = List.of(
            "null",
            "7",
            "-1",
            "true",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"url\":null}",
            "{\"id\":{}}",
            "{\"reference\":\"#device1\"}",
            "{\"extension\":[{}]}",
            "\"2026-02-30\"");

    @Property(tries = 2000)
    void aDamagedResourceIsRefusedOrCanBePassedOn(@ForAll Random random) throws IOException {
        var lfpse = VERSIONS.get(random.nextInt(VERSIONS.size()));
        var resource = Json.MAPPER.readTree(lfpse.write(Events.medicationAndDevice()));
        for (var damages = 1 + random.nextInt(3); damages > 0; damages--) {
            damage(resource, random);
        }

        var reading = lfpse.examine(resource.toString());

        if (!reading.isRefused()) {
            assertThat(lfpse.examine(lfpse.write(reading.event())).isRefused()).isFalse();
        }
    }

    @Property(tries = 500)
    void aTextThatIsCutOffIsRefused(@ForAll Random random) {
        var lfpse = VERSIONS.get(random.nextInt(VERSIONS.size()));
        var text = lfpse.write(Events.medicationAndDevice());

        assertThat(lfpse.examine(text.substring(0, random.nextInt(text.length())))
                        .isRefused())
                .isTrue();
    }

    private static void damage(JsonNode root, Random random) throws IOException {
        var nodes = new ArrayList<JsonNode>();
        collect(root, nodes);
        var node = nodes.get(random.nextInt(nodes.size()));
        var instead = Json.MAPPER.readTree(INSTEAD.get(random.nextInt(INSTEAD.size())));
        if (node instanceof ObjectNode object) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.isEmpty() ? "x" : names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, instead);
                default -> object.set(name + "x", instead);
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), instead);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> nodes) {
        if (node.isContainerNode()) {
            nodes.add(node);
            node.forEach(child -> collect(child, nodes));
        }
    }
}
