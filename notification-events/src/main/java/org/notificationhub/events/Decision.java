package org.notificationhub.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/**
 * Who must be told, and the law that says so.
 *
 * @param rulesVersion the edition of the rule table that was applied
 * @param on the day, in London, whose law was applied
 */
public record Decision(
        String rulesVersion,
        LocalDate on,
        Provider provider,
        List<Duty> duties,
        List<Route> routes,
        List<String> factsUsed,
        List<String> factsMissing) {

    /**
     * @param providerClass {@code NHS_BODY} or {@code INDEPENDENT}
     * @param basis {@code REGISTER}, {@code DECLARED}, or {@code DEFAULTED} where the register does not know the provider
     */
    public record Provider(String id, @JsonProperty("class") String providerClass, String basis) {}

    /** @param outcome {@code OWED}, {@code OWED_UNLESS_LFPSE_ACCEPTS}, {@code NOT_REQUIRED} or {@code HOLD} */
    public record Duty(String authority, String outcome, String because, List<Citation> citations) {}

    /** @param confidence how sure we are of the reading: {@code certain}, {@code likely} or {@code uncertain} */
    public record Citation(String instrument, int year, String provision, String url, String confidence) {}

    /** @param purpose {@code DIRECT}, {@code DISCHARGES}, {@code FALLBACK} or {@code COPY} */
    public record Route(String destination, String purpose) {}
}
