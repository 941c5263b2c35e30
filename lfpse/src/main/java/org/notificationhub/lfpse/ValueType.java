package org.notificationhub.lfpse;

import java.util.Locale;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Type;

/** The types of answer that the taxonomy knows, by FHIR's names. */
enum ValueType {
    CODE(String.class),
    STRING(String.class),
    INTEGER(Integer.class),
    BOOLEAN(Boolean.class),
    DATE(String.class),
    TIME(String.class);

    static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?");

    final String fhir = name().toLowerCase(Locale.ROOT);
    private final Class<?> java;

    ValueType(Class<?> java) {
        this.java = java;
    }

    boolean isTypeOf(Object answer) {
        return java.isInstance(answer);
    }

    /** Of an answer of this type. */
    boolean allows(Object answer) {
        return switch (this) {
            case CODE, STRING -> !((String) answer).isBlank();
            case INTEGER -> (Integer) answer >= 0;
            case BOOLEAN -> true;
            case DATE -> Fhir.isDate((String) answer);
            case TIME -> CLOCK.matcher((String) answer).matches();
        };
    }

    Type write(Object answer) {
        return switch (this) {
            case CODE -> new CodeType((String) answer);
            case STRING -> new StringType((String) answer);
            case INTEGER -> new IntegerType((Integer) answer);
            case BOOLEAN -> new BooleanType((Boolean) answer);
            case DATE -> new DateType((String) answer);
            case TIME -> new TimeType((String) answer);
        };
    }
}
