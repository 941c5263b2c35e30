package org.notificationhub.routing.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.notificationhub.routing.delivery.Answer.CqcFlag;

/**
 * What somebody said LfPSE did with a record: LfPSE's own answer, a callback, or the sender.
 *
 * @param submission the delivery it answers, or null where it names none
 * @param lfpseId LfPSE's id of the record, or null
 * @param versionId of the record as it was said; null where it was not
 * @param reference LfPSE's reference of the record for people, or null
 * @param stored how the record is flagged for CQC; null where that was not shown
 * @param because a status and stable codes, never content; null where there is nothing to add
 */
public record Statement(
        Kind kind,
        UUID submission,
        String lfpseId,
        String versionId,
        String reference,
        CqcFlag stored,
        String because,
        Instant heardAt) {

    private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());

    /** LfPSE's versions decide, never the order of arrival. The rest only makes the order whole. */
    static final Comparator<Statement> BY_VERSION = Comparator.comparingLong(Statement::version)
            .thenComparing(Statement::kind)
            .thenComparing(Statement::doubtAboutFlag)
            .thenComparing(Statement::reference, TEXT)
            .thenComparing(Statement::lfpseId, TEXT)
            .thenComparing(Statement::versionId, TEXT)
            .thenComparing(Statement::because, TEXT)
            .thenComparing(Statement::submission, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Statement::heardAt);

    /** What is said. Of several on one version the last of these counts: where LfPSE contradicts itself, CQC is told. */
    public enum Kind {
        /** LfPSE has it; nothing is said of its acceptance. */
        NEWS,
        ACCEPTED,
        AMENDED,
        REJECTED,
        WITHDRAWN;

        /** Of a callback or an answer. A type we do not know is news: it is kept, and settles nothing. */
        public static Kind of(String type) {
            return switch (type) {
                case "accepted", "accepted-with-warnings" -> ACCEPTED;
                case "amended" -> AMENDED;
                case "rejected" -> REJECTED;
                case "withdrawn" -> WITHDRAWN;
                default -> NEWS;
            };
        }
    }

    /** What LfPSE stored as version 1 is what it accepted first; a refusal stores nothing, a withdrawal ends everything. */
    public long version() {
        if (versionId != null && versionId.matches("\\d{1,18}")) {
            return Long.parseLong(versionId);
        }
        return switch (kind) {
            case NEWS, REJECTED -> 0;
            case ACCEPTED, AMENDED -> 1;
            case WITHDRAWN -> Long.MAX_VALUE;
        };
    }

    /** What was submitted otherwise was refused: that says nothing of what stands. */
    boolean isRefusalOfAnother(UUID other) {
        return kind == Kind.REJECTED && submission != null && !submission.equals(other);
    }

    private String doubtAboutFlag() {
        if (stored == null) {
            return "0";
        }
        return stored.isSet() ? "1" + stored.criterion() : "2";
    }
}
