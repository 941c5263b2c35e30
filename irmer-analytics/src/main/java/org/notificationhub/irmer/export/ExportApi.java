package org.notificationhub.irmer.export;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.notificationhub.irmer.figure.Forms;

/** Puts into the API document what every address of figures can do besides what its resource says. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ExportApi implements OASFilter {

    private static final String SUFFIXES =
            "The form is chosen by Accept, or by the end of the address: .json, .csv or .ods. What the columns of the CSV"
                    + " are is beside it in .csv-metadata.json (CSV on the Web). Marks such as [c] explain what is"
                    + " missing or not final: in the column _status beside the figure, or in the member marks of a row.";

    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "ETag", "Of these bytes: the same figures in the same form have the same",
            "Content-Disposition", "A name for the file",
            "Link", "Of a CSV: rel=\"describedby\", where its columns are described"));

    @Override
    public Operation filterOperation(Operation operation) {
        figures(operation).ifPresent(answer -> {
            HEADERS.forEach((name, description) -> answer.addHeader(name, header(description)));
            operation.setDescription(
                    operation.getDescription() == null ? SUFFIXES : operation.getDescription() + " " + SUFFIXES);
            operation.addParameter(parameter(
                    "table", SchemaType.STRING, "For a CSV, which holds one table: its name; the first where absent"));
            operation.addParameter(parameter(
                    "bom",
                    SchemaType.BOOLEAN,
                    "For a CSV: true to begin with a byte order mark, as old Excel needs it"));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("If-None-Match names the ETag: the caller has these bytes already"));
        });
        return operation;
    }

    /** The answer with figures, where the operation gives them out as files too. */
    private static Optional<APIResponse> figures(Operation operation) {
        return Optional.ofNullable(operation.getResponses())
                .map(responses -> responses.getAPIResponse("200"))
                .filter(answer -> answer.getContent() != null
                        && answer.getContent().getMediaTypes().keySet().stream()
                                .anyMatch(mediaType -> mediaType.startsWith(Forms.ODS)));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
    }

    private static Parameter parameter(String name, SchemaType type, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(OASFactory.createSchema().addType(type));
    }
}
