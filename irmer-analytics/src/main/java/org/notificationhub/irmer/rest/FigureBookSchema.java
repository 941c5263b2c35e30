package org.notificationhub.irmer.rest;

import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.ARRAY;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.BOOLEAN;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT;
import static org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.STRING;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.notificationhub.irmer.figure.Forms;

/** Puts books of figures into the API document in the forms in which they are given out. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class FigureBookSchema implements OASFilter {

    private static final String NAME = "FigureBook";
    private static final String TABLE = "FigureTable";
    private static final String REFERENCE = "#/components/schemas/";

    private static final String EXAMPLE = """
            { "name": "irmer-sub-modalities-england-2023-24",
              "title": "Notifications by sub-modality, 2023/24",
              "period": "2023/24 (1 April 2023 to 31 March 2024)",
              "asOf": "2026-11-23T09:00:00.000Z",
              "source": "Notifications that were sent through this hub",
              "version": "1",
              "countingRules": ["The unit is the notification: one that tells of several people counts once."],
              "contact": "Whoever runs this hub",
              "demonstration": false,
              "shorthand": [],
              "tables": [
                { "name": "sub-modalities",
                  "title": "Notifications by sub-modality, 2023/24",
                  "finding": "Radiotherapy: External beam therapy was 53% (130 of 244).",
                  "notes": ["Percentages of radiotherapy are adjusted to add up to 100."],
                  "columns": [
                    { "name": "modality", "label": "Modality code", "kind": "CODE" },
                    { "name": "subModalityLabel", "label": "Sub-modality", "kind": "LABEL" },
                    { "name": "count", "label": "Notifications", "kind": "COUNT", "unit": "notifications" },
                    { "name": "percent", "label": "Share of the modality", "kind": "PERCENT", "unit": "%" } ],
                  "rows": [
                    { "modality": "RADIOTHERAPY", "subModalityLabel": "External beam therapy",
                      "count": 130, "percent": 53 } ] } ] }""";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var components = api.getComponents();
        components.addSchema(NAME, book());
        components.addSchema(TABLE, table());
        components.removeSchema("Value");
    }

    /** A file is no JSON. */
    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        var content = response.getContent();
        if (content != null) {
            isFile(content.getMediaType(Forms.CSV), "RFC 4180; one table, that of ?table=, or the first");
            isFile(content.getMediaType(Forms.ODS), "A sheet for each table");
        }
        return response;
    }

    private static void isFile(MediaType form, String description) {
        if (form != null
                && form.getSchema() != null
                && (REFERENCE + NAME).equals(form.getSchema().getRef())) {
            form.setSchema(of(STRING, description));
        }
    }

    private static Schema book() {
        return of(OBJECT, "Tables of figures, with what a reader must know to trust them")
                .addProperty("name", of(STRING, "For files"))
                .addProperty("title", of(STRING, "As people read it"))
                .addProperty("period", of(STRING, "The year or years"))
                .addProperty(
                        "asOf",
                        of(STRING, "What was recorded later is left out").format("date-time"))
                .addProperty("source", of(STRING, "Where the figures come from"))
                .addProperty("version", of(STRING, "Of the rules by which it was counted"))
                .addProperty("countingRules", texts("What is counted and when, one sentence each"))
                .addProperty("contact", of(STRING, "Whom to ask"))
                .addProperty("licence", of(STRING, "Address of the licence, if there is one"))
                .addProperty("demonstration", of(BOOLEAN, "Whether what is counted is made up"))
                .addProperty(
                        "shorthand",
                        list(of(OBJECT, "A mark that is used, and what it means")
                                .addProperty("code", of(STRING, "As marks name it"))
                                .addProperty("mark", of(STRING, "As tables write it"))
                                .addProperty("meaning", of(STRING, "In words"))))
                .addProperty("tables", list(OASFactory.createSchema().ref(REFERENCE + TABLE)))
                .addExample(example());
    }

    private static Schema table() {
        return of(OBJECT, "A table of figures")
                .addProperty("name", of(STRING, "For files and ?table="))
                .addProperty("title", of(STRING, "As people read it"))
                .addProperty("finding", of(STRING, "What the figures show, in a sentence or two"))
                .addProperty("notes", texts("How it was counted and rounded, and what can still change"))
                .addProperty("columns", list(OASFactory.createSchema().ref(REFERENCE + "Column")))
                .addProperty(
                        "rows",
                        list(of(
                                        OBJECT,
                                        "A member for each column, null where there is no value; marks, where there is something"
                                                + " to explain, says by column why")
                                .addProperty("marks", of(OBJECT, "Codes of shorthand by column"))));
    }

    private static Schema texts(String description) {
        return list(OASFactory.createSchema().addType(STRING)).description(description);
    }

    private static Schema list(Schema items) {
        return OASFactory.createSchema().addType(ARRAY).items(items);
    }

    private static Schema of(SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }

    private static JsonNode example() {
        try {
            return new JsonMapper().readTree(EXAMPLE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
