package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The incident of the README's example, at another provider and with another harm. */
final class LfpseIncident {

    private static final Path EXAMPLE = Path.of("../../docs/examples/lfpse-incident.json");

    private LfpseIncident() {}

    /** @param harm of LfPSE's list, of which 1 is fatal, 2 severe and 4 low */
    static String of(String provider, String harm, String reference) throws IOException {
        return Files.readString(EXAMPLE)
                .replace("INC-2026-000124", reference)
                .replace(
                        "Organisation\", \"valueCode\": \"RJ1\"",
                        "OrganisationOther\", \"valueString\": \"" + provider + "\"")
                .replace("\"PhysicalHarm\", \"valueCode\": \"4\"", "\"PhysicalHarm\", \"valueCode\": \"" + harm + "\"")
                .replace(
                        "\"PsychologicalHarm\", \"valueCode\": \"4\"",
                        harm.equals("4")
                                ? "\"PsychologicalHarm\", \"valueCode\": \"4\""
                                : "\"StrengthOfAssociation\", \"valueCode\": \"5\"");
    }
}
