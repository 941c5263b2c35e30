package org.notificationhub.intake.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;

/** A number as large and as small as a double holds. JSON has others, such as 1e-99999, that no database keeps. */
final class KeepableNumber implements Format {

    @Override
    public String getName() {
        return "double";
    }

    @Override
    public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
        return !value.isNumber()
                || value.decimalValue().signum() == 0
                || Double.isFinite(value.doubleValue()) && value.doubleValue() != 0;
    }
}
