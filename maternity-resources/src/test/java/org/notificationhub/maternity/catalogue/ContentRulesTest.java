package org.notificationhub.maternity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @ParameterizedTest(name = "{0} = {1} is refused: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            /theme                       | "triage"          | is not listed by the theme it names
            /theme                       | null              | is not listed by the theme it names
            /slug                        | "Not a slug"      | has a slug of the wrong form
            /summary                     | " "               | has no summary
            /version                     | 2                 | changed without a changeNote
            /lastReviewedAt              | "2026-11-22"      | has dates out of order
            /reviewDue                   | "2026-11-01"      | has dates out of order
            /references                  | []                | has no references
            /references/0                | "nowhere"         | names an unknown reference
            /audiences                   | ["FRONTLINE"]     | asks others than its audiences
            /goodPractice                | []                | has no good practice
            /goodPractice/0/anchor       | "own strategy"    | has a slug of the wrong form
            /goodPractice/0/anchor       | "reachable-goals" | twice
            /goodPractice/0/anchor       | null              | has a slug of the wrong form
            /context/0/references        | []                | has no source
            /questions/0/criteria        | []                | has no criterion
            /questions/0/criteria/0      | "saf-x9"          | names an unknown criterion
            /questions/0/audiences       | []                | is put to nobody
            /examples/0/source           | null              | has no https address
            /examples/0/dateOfFact       | null              | has no date of fact
            /examples/0/dateOfFact       | "lately"          | has no date of fact
            """)
    void aResourceThatBreaksARuleIsRefused(String pointer, String value, String because) throws Exception {
        var broken = withFirstResource(pointer, value);

        assertThat(ContentRules.faults(broken))
                .anySatisfy(fault -> assertThat(fault).contains(because));
    }

    @Test
    void aCatalogueIsNotMadeFromBrokenContent() throws Exception {
        var broken = withFirstResource("/summary", "null");

        assertThatThrownBy(() -> new ResourceCatalogue(broken))
                .hasMessageContaining("maternity-vision-and-strategy has no summary");
    }

    private static Content withFirstResource(String pointer, String value) throws Exception {
        var whole = ContentReader.read();
        var tree = JSON.valueToTree(whole.resources().get(0));
        var parent = tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
        var member = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(member), JSON.readTree(value));
        } else {
            ((ObjectNode) parent).set(member, JSON.readTree(value));
        }
        var resources = whole.resources().toArray(Resource[]::new);
        resources[0] = JSON.convertValue(tree, new TypeReference<Resource>() {});
        return new Content(
                whole.notice(),
                whole.themes(),
                Arrays.asList(resources),
                whole.references(),
                whole.frameworks(),
                whole.reviewFigures());
    }
}
