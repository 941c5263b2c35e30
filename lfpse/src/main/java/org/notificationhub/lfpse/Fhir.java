package org.notificationhub.lfpse;

import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeResourceDefinition;
import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;

/** The library: one context for all, because it costs a second; a parser for each use, because it is not thread-safe. */
final class Fhir {

    static final FhirContext CONTEXT = FhirContext.forR4();

    private Fhir() {}

    static IParser parser() {
        return CONTEXT.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
    }

    static String write(IBaseResource resource) {
        return parser().encodeResourceToString(resource);
    }

    /** Null where there is no such resource. */
    static RuntimeResourceDefinition definition(String resource) {
        return CONTEXT.getResourceTypes().contains(resource) ? CONTEXT.getResourceDefinition(resource) : null;
    }

    static BaseRuntimeElementCompositeDefinition<?> extension() {
        return (BaseRuntimeElementCompositeDefinition<?>) CONTEXT.getElementDefinition(Extension.class);
    }

    /** In UTC, wherever this runs. */
    static InstantType instant(Instant instant) {
        return new InstantType(Date.from(instant), TemporalPrecisionEnum.MILLI, TimeZone.getTimeZone("UTC"));
    }

    static boolean isDate(String text) {
        try {
            return !new DateType(text).isEmpty();
        } catch (DataFormatException | IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isDateTime(String text) {
        try {
            return !new DateTimeType(text).isEmpty();
        } catch (DataFormatException | IllegalArgumentException e) {
            return false;
        }
    }
}
