package org.notificationhub.intake.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.util.function.Predicate;

/** JSON has numbers, such as 1e-99999, that no database keeps; these are the ones everybody can read. */
record ReadableNumber(String name, Predicate<JsonNode> fits) implements Format {

    static ReadableNumber decimal() {
        return new ReadableNumber(
                "double",
                number -> number.decimalValue().signum() == 0
                        || Double.isFinite(number.doubleValue()) && number.doubleValue() != 0);
    }

    /** The validator compares whole numbers by their lowest 64 bits: 1.8446744073709551621e19 would pass for 5. */
    static ReadableNumber whole() {
        return new ReadableNumber("int32", JsonNode::canConvertToInt);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
        return !value.isNumber() || fits.test(value);
    }
}
