package org.notificationhub.irmer.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvMetadataTest {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void everyColumnOfTheCsvIsDescribedInItsOrder() throws IOException {
        var columns = written().path("tableSchema").path("columns");

        assertThat(columns.findValuesAsText("name"))
                .containsExactly(
                        new String(CsvForm.write(SampleBook.book().tables().get(0), false))
                                .lines()
                                .findFirst()
                                .orElseThrow()
                                .split(","));
        assertThat(columns.path(0)).isEqualTo(json.readTree("""
                {"name": "modality", "titles": ["modality", "Modality code"], "datatype": "string"}"""));
        assertThat(columns.path(2).path("datatype").asText()).isEqualTo("integer");
        assertThat(columns.path(3).path("datatype").path("format").asText()).isEqualTo("\\[[a-z]\\]");
        assertThat(columns.path(4)).isEqualTo(json.readTree("""
                {"name": "percent", "titles": ["percent", "Share"], "schema:unitText": "%", "datatype": "decimal"}"""));
        assertThat(columns.path(8).path("datatype")).isEqualTo(json.readTree("""
                {"base": "date", "format": "yyyy-MM-dd"}"""));
    }

    @Test
    void itSaysWhereTheFiguresComeFrom() throws IOException {
        var metadata = written();

        assertThat(metadata.path("@context").path(0).asText()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(metadata.path("url").asText()).isEqualTo("modalities.csv?asOf=2024-09-26T08:30:00.123Z");
        assertThat(metadata.path("dc:source").asText()).isEqualTo("Notifications to the hub");
        assertThat(metadata.path("dc:license").path("@id").asText()).isEqualTo("https://licence.example/");
        assertThat(metadata.path("dc:modified").path("@value").asText()).isEqualTo("2024-09-26T08:30:00.123Z");
        assertThat(metadata.path("rdfs:comment"))
                .extracting(JsonNode::asText)
                .contains(
                        "Demonstration data: the events are not real.",
                        "A notification counts once, however many people it tells of.",
                        "Percentages are rounded to whole numbers, a half upwards.",
                        "[x] means not available.");
    }

    private JsonNode written() throws IOException {
        var book = SampleBook.book();
        return json.readTree(new CsvMetadata(Optional.of(URI.create("https://licence.example/")))
                .write(book, book.tables().get(0), "modalities.csv?asOf=2024-09-26T08:30:00.123Z"));
    }
}
