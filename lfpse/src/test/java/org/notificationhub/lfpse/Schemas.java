package org.notificationhub.lfpse;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The schema of the block, as intake applies it. */
final class Schemas {

    private static final Schema BLOCK = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(EventBlock.schema(TaxonomyVersion.current()).toString(), InputFormat.JSON);

    private Schemas() {}

    static List<Error> faults(JsonNode block) {
        return BLOCK.validate(block.toString(), InputFormat.JSON);
    }
}
