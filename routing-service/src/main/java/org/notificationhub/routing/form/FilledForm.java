package org.notificationhub.routing.form;

import java.time.Instant;
import java.util.List;

/**
 * A form of CQC's with what the hub knows filled in.
 *
 * @param about whether it is new, an amendment or a withdrawal
 * @param instruction how CQC takes it
 * @param mailbox null where CQC takes it on the web only
 * @param byWhen the deadline as a sentence
 * @param version of the notification that it tells
 * @param writtenFrom when that version was received
 */
public record FilledForm(
        String title,
        String about,
        String instruction,
        String mailbox,
        String byWhen,
        List<Law> laws,
        List<Section> sections,
        String hubReference,
        int version,
        Instant writtenFrom,
        boolean test,
        String source) {

    public record Law(String title, String url) {}

    public record Section(String title, List<Row> rows) {}

    /** @param value null where CQC asks for it and the hub does not have it */
    public record Row(String label, String value) {}

    public boolean isAskedFor() {
        return sections.stream().flatMap(section -> section.rows().stream()).anyMatch(row -> row.value() == null);
    }
}
