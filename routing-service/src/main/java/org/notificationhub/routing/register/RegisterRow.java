package org.notificationhub.routing.register;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.notificationhub.routing.register.RefusedRow.Reason;

/**
 * What a source says of a provider in one row. A provider who is a person, or several, leaves no name here, so that none
 * can get any further.
 *
 * @param number of the row in the file, as a spreadsheet counts; of the object, in JSON
 * @param status of the registration; null where the source does not say
 */
record RegisterRow(
        int number, String providerId, String name, String ownership, String sector, String status, String odsCode) {

    private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Za-z0-9-]{0,19}");
    private static final Set<String> OF_PERSONS = Set.of("Individual", "Partnership");

    /** A value not in this list might be a new word for a person, whose name would then be kept. */
    private static final Set<String> OWNERSHIPS = Set.of("Organisation", "Individual", "Partnership", "NHS Body");

    RegisterRow {
        providerId = text(providerId);
        ownership = text(ownership);
        sector = text(sector);
        status = text(status);
        odsCode = text(odsCode);
        name = ownership == null || OF_PERSONS.contains(ownership) ? null : text(name);
    }

    Optional<Reason> fault() {
        if (providerId == null) {
            return Optional.of(Reason.NO_PROVIDER_ID);
        }
        if (!ID.matcher(providerId).matches()) {
            return Optional.of(Reason.BAD_PROVIDER_ID);
        }
        if (ownership == null) {
            return Optional.of(Reason.NO_OWNERSHIP);
        }
        return OWNERSHIPS.contains(ownership) ? Optional.empty() : Optional.of(Reason.UNKNOWN_OWNERSHIP);
    }

    /** What a provider's class is read from. */
    Marks marks() {
        return new Marks(ownership, sector);
    }

    /** PostgreSQL keeps no NUL. */
    private static String text(String value) {
        return value == null || value.isBlank() ? null : value.strip().replace("\0", "");
    }

    record Marks(String ownership, String sector) {}
}
