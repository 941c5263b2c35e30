package org.notificationhub.irmer.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;
import org.notificationhub.irmer.figure.Forms;

class ExportApiTest {

    @Test
    void whatGivesOutFiguresSaysHowAFileOfThemIsAskedFor() {
        var operation = new ExportApi().filterOperation(answering(Forms.JSON, Forms.CSV, Forms.ODS));

        assertThat(operation.getParameters()).extracting(Parameter::getName).containsExactly("table", "bom");
        assertThat(operation.getDescription()).contains(".csv-metadata.json");
        assertThat(operation.getResponses().getAPIResponses()).containsKeys("200", "304");
        assertThat(operation.getResponses().getAPIResponse("200").getHeaders())
                .containsOnlyKeys("Content-Disposition", "ETag", "Link");
    }

    @Test
    void whatGivesOutNoneStaysAsItIs() {
        var operation = new ExportApi().filterOperation(answering(Forms.JSON));

        assertThat(operation.getParameters()).isNull();
        assertThat(operation.getDescription()).isNull();
        assertThat(operation.getResponses().getAPIResponses()).containsOnlyKeys("200");
    }

    private static Operation answering(String... mediaTypes) {
        var content = OASFactory.createContent();
        for (var mediaType : mediaTypes) {
            content.addMediaType(mediaType, OASFactory.createMediaType());
        }
        return OASFactory.createOperation()
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().content(content)));
    }
}
