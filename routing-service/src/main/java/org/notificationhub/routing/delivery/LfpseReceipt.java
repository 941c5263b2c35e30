package org.notificationhub.routing.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.notificationhub.routing.delivery.Answer.CqcFlag;

/**
 * Where all that was heard of a record leaves it. It follows from the set of statements alone: in which order they came,
 * and how often, makes no difference (ADR 13).
 *
 * @param versionId of the newest statement that moved it, or null
 * @param stored how it is flagged for CQC; null where nobody has shown that
 * @param takenAt when it was first heard to be accepted; null until then
 */
public record LfpseReceipt(
        ReceiptState state,
        String lfpseId,
        String versionId,
        String reference,
        CqcFlag stored,
        String because,
        Instant takenAt) {

    static final LfpseReceipt SENT = new LfpseReceipt(ReceiptState.SENT, null, null, null, null, null, null);

    private static final Comparator<String> NAMED_FIRST = Comparator.nullsFirst(Comparator.reverseOrder());

    /** Where one submission made several records, the one that stands. */
    private static final Comparator<LfpseReceipt> BEST = Comparator.comparing(
                    (LfpseReceipt receipt) -> receipt.state().stands() ? ReceiptState.ACCEPTED : receipt.state())
            .thenComparing(LfpseReceipt::lfpseId, NAMED_FIRST)
            .thenComparing(LfpseReceipt::reference, NAMED_FIRST);

    /** @param heard all that is known to concern the notification */
    public static LfpseReceipt of(UUID submission, Collection<Statement> heard) {
        return ofEach(submission, heard).stream().max(BEST).orElse(SENT);
    }

    /** The records that these submissions made and that stand: of more than one, LfPSE has been told twice. */
    static Set<String> standing(Collection<UUID> submissions, Collection<Statement> heard) {
        return submissions.stream()
                .flatMap(submission -> ofEach(submission, heard).stream())
                .filter(receipt -> receipt.state().stands())
                .map(receipt -> receipt.proof().reference())
                .collect(Collectors.toSet());
    }

    /** Of the record that the sender made itself, by the id or reference it gave. */
    static LfpseReceipt ofReported(Statement report, Collection<Statement> heard) {
        var all = new ArrayList<>(heard);
        all.add(report);
        return ofRecord(new LfpseRecords(all).aboutReported(report.lfpseId()));
    }

    private static List<LfpseReceipt> ofEach(UUID submission, Collection<Statement> heard) {
        var records = new LfpseRecords(heard);
        return records.about(submission).stream().collect(Collectors.groupingBy(records::nameOf)).values().stream()
                .map(LfpseReceipt::ofRecord)
                .toList();
    }

    static LfpseReceipt ofRecord(Collection<Statement> heard) {
        var receipt = SENT;
        for (var statement : heard.stream().sorted(Statement.BY_VERSION).toList()) {
            receipt = receipt.after(statement);
        }
        return receipt;
    }

    /** After a withdrawal only a new submission changes anything. */
    private LfpseReceipt after(Statement next) {
        if (state == ReceiptState.WITHDRAWN) {
            return this;
        }
        return switch (next.kind()) {
            case NEWS -> state == ReceiptState.SENT ? moved(ReceiptState.RECEIVED, next) : this;
            case ACCEPTED -> moved(state == ReceiptState.AMENDED ? state : ReceiptState.ACCEPTED, next);
            case AMENDED -> moved(ReceiptState.AMENDED, next);
            case REJECTED -> moved(ReceiptState.REJECTED, next);
            case WITHDRAWN -> moved(ReceiptState.WITHDRAWN, next);
        };
    }

    private LfpseReceipt moved(ReceiptState to, Statement by) {
        return new LfpseReceipt(
                to,
                by.lfpseId() == null ? lfpseId : by.lfpseId(),
                by.versionId() == null ? versionId : by.versionId(),
                by.reference() == null ? reference : by.reference(),
                by.stored() == null ? stored : by.stored(),
                by.because(),
                to.stands() || to == ReceiptState.WITHDRAWN ? earlier(takenAt, by.heardAt()) : takenAt);
    }

    private static Instant earlier(Instant known, Instant other) {
        return known == null || other.isBefore(known) ? other : known;
    }

    /** LfPSE took it, whatever became of it since. */
    boolean wasTaken() {
        return state.stands() || state == ReceiptState.WITHDRAWN;
    }

    /** What LfPSE stored without the flag, or under another criterion, does not tell CQC. Where nobody showed it, what we sent counts. */
    boolean lacksFlag(String criterion) {
        return state.stands() && stored != null && !stored.isFor(criterion);
    }

    /** The id stands in for a reference that nobody has told. */
    Receipt proof() {
        return new Receipt(reference == null ? lfpseId : reference, lfpseId, versionId, takenAt);
    }
}
