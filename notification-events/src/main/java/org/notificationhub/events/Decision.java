package org.notificationhub.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
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
     * @param id null for an employer whom CQC has not registered, and where only a class was declared
     * @param providerClass a code of the provider classes that {@code GET /v1/rules} lists
     * @param basis {@code REGISTER}, {@code DECLARED}, or {@code DEFAULTED} where the register does not know the provider
     * @param finding {@code CLASS_MISMATCH} where the register contradicts itself or what was declared; else null
     */
    public record Provider(String id, @JsonProperty("class") String providerClass, String basis, String finding) {}

    /**
     * @param outcome {@code OWED}, {@code OWED_UNLESS_LFPSE_ACCEPTS}, {@code NOT_REQUIRED} or {@code HOLD}
     * @param clock by when; runs also while a person decides; null where nothing is owed
     */
    public record Duty(String authority, String outcome, String because, List<Citation> citations, Clock clock) {}

    /**
     * By when an authority must be told. All times are instants in UTC; a limit in days or weeks is counted in London.
     *
     * @param limit a code such as {@code WITHOUT_DELAY} or {@code WITHIN_2_WEEKS}; absent where the fact that chooses it is
     *     missing
     * @param words the limit in plain words
     * @param source who set the limit: {@code STATUTE}, {@code CQC_GUIDANCE} or {@code OWN_TARGET}
     * @param startFact the fact the clock starts from, such as {@code awareAt}; absent where nobody told it
     * @param start when that was; absent where it is not known
     * @param due the instant the limit sets; null for "without delay", which has no number
     * @param internalTarget the provider's own target where the law gives no number; else absent
     * @param warnings when half and when four fifths of the time are used up, in order; empty without an end to count to
     */
    public record Clock(
            String limit,
            String words,
            String source,
            String startFact,
            Instant start,
            @JsonInclude(JsonInclude.Include.ALWAYS) Instant due,
            Instant internalTarget,
            List<Instant> warnings) {

        public Clock {
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }
    }

    /** @param confidence how sure we are of the reading: {@code certain}, {@code likely} or {@code uncertain} */
    public record Citation(String instrument, int year, String provision, String url, String confidence) {}

    /** @param purpose {@code DIRECT}, {@code DISCHARGES}, {@code FALLBACK} or {@code COPY} */
    public record Route(String destination, String purpose) {}
}
