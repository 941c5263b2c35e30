package org.notificationhub.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * What a provider said happened, in the form it was accepted. It may hold free text about people: only the value of a
 * restricted topic carries it.
 *
 * @param type a code of the rule table, such as {@code SERIOUS_INJURY}
 * @param reference the sender's own reference, unique per provider
 * @param occurredAt when it happened; absent for what has no moment, such as a change of name
 * @param awareAt when the provider became aware
 * @param details the members the type's own schema describes; never null, an object
 * @param test sent to try the connection: never goes to an authority outside the sandbox and is never counted
 */
public record NotificationContent(
        String type,
        String reference,
        Provider provider,
        Instant occurredAt,
        Instant awareAt,
        String summary,
        List<Person> people,
        LfpseReport lfpse,
        CqcNotice cqc,
        JsonNode details,
        boolean test) {

    public NotificationContent {
        people = people == null ? List.of() : List.copyOf(people);
    }

    /**
     * Who notifies, by exactly one of {@code id} and {@code employer}. IR(ME)R puts its duty on the employer, who need not
     * be registered with CQC.
     *
     * @param id the id CQC registered the provider under; for an NHS trust it is its ODS code
     * @param employer the code by which the hub knows an IR(ME)R employer whom CQC has not registered; no register has it
     * @param country where the site lies: {@code ENGLAND}, {@code WALES}, {@code SCOTLAND} or {@code NORTHERN_IRELAND};
     *     absent means England
     */
    public record Provider(String id, String locationId, String employer, String country) {

        /** The one code by which the hub knows the sender. Only {@code id} says anything about its class. */
        public String code() {
            return id == null ? employer : id;
        }
    }

    /** Someone affected or involved, by a code that only the provider can resolve. */
    public record Person(String code, String role, String ageBand) {}

    /**
     * The sender's own report of the event to LfPSE, made before it told the hub.
     *
     * @param cqcNotify whether it was flagged for CQC
     * @param cqcCriteria what it was flagged for, in LfPSE's codes: {@code 1} death, {@code 2} serious injury, {@code 3}
     *     abuse or allegation, {@code 4} events that stop the service
     */
    public record LfpseReport(String reference, Instant acceptedAt, Boolean cqcNotify, String cqcCriteria) {}

    /** The sender's own notification to CQC, made before it told the hub. */
    public record CqcNotice(String reference, Instant notifiedAt) {}
}
