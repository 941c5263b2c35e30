package org.notificationhub.local.reproduce;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of use of ionising radiation that CQC reports on, in the order of its reports. */
public enum Modality {
    DIAGNOSTIC_IMAGING("diagnostic", "Diagnostic imaging"),
    RADIOTHERAPY("radiotherapy", "Radiotherapy"),
    NUCLEAR_MEDICINE("nuclear_medicine", "Nuclear medicine");

    private final String inFiles;
    private final String label;

    Modality(String inFiles, String label) {
        this.inFiles = inFiles;
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** By the word that files use, or by the hub's code. */
    static Optional<Modality> of(String word) {
        return Arrays.stream(values())
                .filter(modality ->
                        modality.inFiles.equals(word) || modality.name().equals(word))
                .findFirst();
    }

    static String words() {
        return String.join(
                ", ", Arrays.stream(values()).map(modality -> modality.inFiles).toList());
    }
}
