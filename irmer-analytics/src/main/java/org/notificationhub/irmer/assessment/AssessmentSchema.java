package org.notificationhub.irmer.assessment;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.notificationhub.criteria.Country;
import org.notificationhub.criteria.Fact;

/** Puts the facts that can be told into the API document, as the criteria know them. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class AssessmentSchema implements OASFilter {

    static final String NAME = "AssessmentRequest";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getComponents().addSchema(NAME, request());
    }

    private static Schema request() {
        var request = of(SchemaType.OBJECT, "An exposure. Every member may be left out: what is not told is unknown.")
                .additionalPropertiesBoolean(false);
        request.addProperty(
                AssessmentRequest.ON,
                of(
                                SchemaType.STRING,
                                "The day, in London, whose criteria apply; where absent the day of discoveredAt, else today")
                        .format("date"));
        request.addProperty(
                AssessmentRequest.COUNTRY,
                code(
                        "Where it happened; England where absent",
                        Arrays.stream(Country.values()).map(Enum::name).toList()));
        request.addProperty(
                AssessmentRequest.DISCOVERED_AT,
                of(SchemaType.STRING, "When it was discovered, RFC 3339 with an offset: time runs from here")
                        .format("date-time"));
        for (var fact : Fact.values()) {
            request.addProperty(fact.member(), schema(fact));
        }
        return request;
    }

    private static Schema schema(Fact fact) {
        return switch (fact.form()) {
            case CODE -> code(fact.question(), fact.codes());
            case YES_NO -> of(SchemaType.BOOLEAN, fact.question());
            case AMOUNT -> limited(of(SchemaType.NUMBER, fact.question()));
            case COUNT -> limited(of(SchemaType.INTEGER, fact.question()));
        };
    }

    private static Schema code(String description, List<String> codes) {
        return of(SchemaType.STRING, description).enumeration(List.copyOf(codes));
    }

    private static Schema limited(Schema number) {
        return number.minimum(BigDecimal.ZERO).maximum(Fact.LARGEST);
    }

    private static Schema of(SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}
