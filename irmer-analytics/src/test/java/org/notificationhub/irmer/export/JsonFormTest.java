package org.notificationhub.irmer.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonFormTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void theBookSaysWhatAReaderMustKnow() throws IOException {
        var book = written(Optional.of(URI.create("https://licence.example/")));

        assertThat(book.path("asOf").asText()).isEqualTo("2024-09-26T08:30:00.123Z");
        assertThat(book.fieldNames())
                .toIterable()
                .containsExactly(
                        "name",
                        "title",
                        "period",
                        "asOf",
                        "source",
                        "version",
                        "countingRules",
                        "contact",
                        "licence",
                        "demonstration",
                        "shorthand",
                        "tables");
        assertThat(book.path("shorthand").findValuesAsText("mark")).containsExactly("[c]", "[x]", "[z]", "[p]", "[r]");
        assertThat(written(Optional.empty()).has("licence")).isFalse();
    }

    @Test
    void aRowHasAMemberForEachColumnAndMarksOnlyWhereSomethingIsMarked() throws IOException {
        var table = written(Optional.empty()).path("tables").path(0);

        assertThat(table.path("columns").path(3))
                .isEqualTo(json.readTree(
                        "{\"name\": \"percent\", \"label\": \"Share\", \"kind\": \"PERCENT\", \"unit\": \"%\"}"));
        assertThat(table.path("rows")).isEqualTo(json.readTree("""
                [{"modality": "DIAGNOSTIC_IMAGING", "modalityLabel": "Diagnostic imaging", "count": 1447, "percent": 55,
                  "perMillion": 14.90, "firstNotified": "2023-04-03", "remark": "CT, and \\"plain film\\""},
                 {"modality": "RADIOTHERAPY", "modalityLabel": "Radiotherapy", "count": 244, "percent": 30,
                  "perMillion": null, "firstNotified": "2024-02-29", "remark": "two\\r\\nlines",
                  "marks": {"count": "PROVISIONAL", "percent": "REVISED", "perMillion": "NOT_AVAILABLE",
                            "firstNotified": "PROVISIONAL"}},
                 {"modality": "NUCLEAR_MEDICINE", "modalityLabel": "Médecine nucléaire", "count": null, "percent": null,
                  "perMillion": 100, "firstNotified": null, "remark": null,
                  "marks": {"count": "CONFIDENTIAL", "percent": "CONFIDENTIAL", "firstNotified": "NOT_APPLICABLE",
                            "remark": "NOT_AVAILABLE"}}]"""));
    }

    private JsonNode written(Optional<URI> licence) throws IOException {
        return json.readTree(new JsonForm(licence).write(SampleBook.book()));
    }
}
