package org.notificationhub.irmer.export;

import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import org.notificationhub.irmer.figure.Forms;

/** A form in which a book is given out. */
enum Form {
    JSON(".json", Forms.JSON, Forms.JSON + ";charset=UTF-8"),
    CSV(".csv", Forms.CSV, Forms.CSV + ";charset=UTF-8;header=present"),
    ODS(".ods", Forms.ODS, Forms.ODS),
    /** What the columns of the CSV beside it are. */
    CSV_METADATA(".csv-metadata.json", Forms.CSV, "application/csvm+json");

    private final String suffix;
    private final String accepted;
    private final String mediaType;

    Form(String suffix, String accepted, String mediaType) {
        this.suffix = suffix;
        this.accepted = accepted;
        this.mediaType = mediaType;
    }

    /** Metadata, whose suffix ends like JSON's, is looked for first. */
    static Optional<Form> bySuffix(String path) {
        return path.endsWith(CSV_METADATA.suffix)
                ? Optional.of(CSV_METADATA)
                : Arrays.stream(values())
                        .filter(form -> path.endsWith(form.suffix))
                        .findFirst();
    }

    /** The form that was chosen by {@code Accept}. */
    static Form byMediaType(MediaType chosen) {
        return Arrays.stream(values())
                .filter(form -> MediaType.valueOf(form.accepted).isCompatible(chosen))
                .findFirst()
                .orElse(JSON);
    }

    boolean isOfOneTable() {
        return this == CSV || this == CSV_METADATA;
    }

    boolean isForSpreadsheets() {
        return this == CSV || this == ODS;
    }

    String suffix() {
        return suffix;
    }

    /** What a resource must produce to have this form. */
    String accepted() {
        return accepted;
    }

    /** As the answer names it. */
    String mediaType() {
        return mediaType;
    }
}
