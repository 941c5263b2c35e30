package org.notificationhub.irmer.report;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of use of ionising radiation that CQC reports on, in the order of its reports. */
public enum Modality {
    DIAGNOSTIC_IMAGING("Diagnostic imaging"),
    NUCLEAR_MEDICINE("Nuclear medicine"),
    RADIOTHERAPY("Radiotherapy");

    private final String label;

    Modality(String label) {
        this.label = label;
    }

    /** Empty for a code that this service does not know: it is counted as unclassified. */
    public static Optional<Modality> of(String code) {
        return Arrays.stream(values())
                .filter(modality -> modality.name().equals(code))
                .findFirst();
    }

    /** As people read it. */
    public String label() {
        return label;
    }
}
