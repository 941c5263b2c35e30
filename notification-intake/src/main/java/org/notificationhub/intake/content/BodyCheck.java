package org.notificationhub.intake.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.notificationhub.http.Fault;

/** Holds a body against the schema of its type. Compiling the schemas takes a while, which no sender should wait for. */
@Startup
@Singleton
public class BodyCheck {

    /** Past this many, more faults help nobody, and the answer would dwarf the question. */
    private static final int MOST_FAULTS = 1000;

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            dialect(),
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Map<String, Schema> byType;
    private final Schema anyType;

    public BodyCheck(NotificationTypes types) {
        byType = types.all().stream()
                .map(NotificationType::code)
                .collect(Collectors.toUnmodifiableMap(code -> code, code -> compiled(types.schemaOf(code))));
        anyType = compiled(types.commonSchema());
    }

    /** Every fault of form, sorted by pointer. Of a body whose type is missing or unknown, those of the common part. */
    public List<Fault> faults(JsonNode body) {
        return everyFault(body).distinct().sorted().limit(MOST_FAULTS).toList();
    }

    Stream<Fault> everyFault(JsonNode body) {
        var type = body.path("type").textValue();
        var schema = type == null ? anyType : byType.getOrDefault(type, anyType);
        return schema.validate(body).stream().map(error -> SchemaFault.of(error, schema.getSchemaNode()));
    }

    private static Schema compiled(JsonNode json) {
        var schema = SCHEMAS.getSchema(json);
        schema.initializeValidators();
        return schema;
    }

    private static Dialect dialect() {
        return Dialect.builder(Dialects.getDraft202012())
                .format(ReadableTime.instant())
                .format(ReadableTime.date())
                .format(ReadableNumber.decimal())
                .format(ReadableNumber.whole())
                .keyword(new NonValidationKeyword("x-regulation"))
                .keyword(new NonValidationKeyword("x-expects"))
                .keyword(new NonValidationKeyword("x-notInFuture"))
                .keyword(new NonValidationKeyword("x-notBefore"))
                .build();
    }
}
