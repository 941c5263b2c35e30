package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.routing.delivery.Answer.CqcFlag;
import org.notificationhub.routing.delivery.Statement.Kind;

/** Where what was heard of a record leaves it. */
class LfpseReceiptTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final CqcFlag FLAGGED = new CqcFlag(true, "2");
    private static final CqcFlag UNFLAGGED = new CqcFlag(false, null);

    @ParameterizedTest(name = "[{0}] is {1}")
    @CsvSource({
        "'', SENT",
        "shared-with-cqc 1, RECEIVED",
        "something-new 3, RECEIVED",
        "accepted 1, ACCEPTED",
        "accepted-with-warnings 1, ACCEPTED",
        "accepted 1 shared-with-cqc 2, ACCEPTED",
        "accepted 1 amended 2, AMENDED",
        "amended 2 accepted 1, AMENDED",
        "amended 2, AMENDED",
        "amended 10 rejected 9, AMENDED",
        "accepted 1 rejected 1, REJECTED",
        "rejected 1 accepted 1, REJECTED",
        "rejected 1 accepted 2, ACCEPTED",
        "accepted 2 rejected 1, ACCEPTED",
        "rejected - accepted 1, ACCEPTED",
        "accepted 1 rejected 2, REJECTED",
        "accepted 1 withdrawn -, WITHDRAWN",
        "withdrawn 2 accepted 1 amended 3, WITHDRAWN"
    })
    void versionsDecideAndDoubtLeavesCqcToBeTold(String heard, ReceiptState state) {
        assertThat(LfpseReceipt.of(FIRST, statements(heard)).state()).isEqualTo(state);
    }

    @Test
    void aRefusedAmendmentLeavesTheRecordThatStands() {
        var accepted = new Statement(Kind.ACCEPTED, FIRST, "r", "1", null, FLAGGED, null, Instant.EPOCH);
        var refused = new Statement(Kind.REJECTED, SECOND, "r", "2", null, null, null, Instant.EPOCH);

        assertThat(LfpseReceipt.of(FIRST, List.of(accepted, refused)).state()).isEqualTo(ReceiptState.ACCEPTED);
        assertThat(LfpseReceipt.of(SECOND, List.of(accepted, refused)).state()).isEqualTo(ReceiptState.REJECTED);
    }

    @Test
    void theFlagOfTheNewestVersionCounts() {
        var flagged = new Statement(Kind.ACCEPTED, FIRST, "r", "1", null, FLAGGED, null, Instant.EPOCH);
        var amended = new Statement(Kind.AMENDED, null, "r", "2", null, UNFLAGGED, null, Instant.EPOCH);

        assertThat(LfpseReceipt.of(FIRST, List.of(flagged)).lacksFlag("2")).isFalse();
        assertThat(LfpseReceipt.of(FIRST, List.of(amended, flagged)).lacksFlag("2"))
                .isTrue();
        assertThat(LfpseReceipt.of(FIRST, List.of(flagged)).lacksFlag("3")).isTrue();
    }

    @Test
    void aRecordIsKnownByItsIdAndByItsReference() {
        var answer = new Statement(Kind.ACCEPTED, FIRST, "r", "1", "LF-1", null, null, Instant.EPOCH);
        var withdrawn = new Statement(Kind.WITHDRAWN, null, "other-id", "2", "LF-1", null, null, Instant.EPOCH);
        var reported = new Statement(Kind.ACCEPTED, null, "LF-1", null, null, null, null, Instant.EPOCH);

        assertThat(LfpseReceipt.of(FIRST, List.of(answer, withdrawn)).state()).isEqualTo(ReceiptState.WITHDRAWN);
        assertThat(LfpseReceipt.ofReported(reported, List.of(withdrawn)).state())
                .isEqualTo(ReceiptState.WITHDRAWN);
    }

    @Test
    void ofTwoRecordsOfOneSubmissionTheOneThatStandsCounts() {
        var first = new Statement(Kind.ACCEPTED, FIRST, "r1", "1", null, null, null, Instant.EPOCH);
        var second = new Statement(Kind.ACCEPTED, FIRST, "r2", "1", null, null, null, Instant.EPOCH);
        var withdrawn = new Statement(Kind.WITHDRAWN, null, "r1", "2", null, null, null, Instant.EPOCH);

        assertThat(LfpseReceipt.standing(List.of(FIRST), List.of(first, second)))
                .hasSize(2);
        assertThat(LfpseReceipt.standing(List.of(FIRST), List.of(first, second, withdrawn)))
                .containsExactly("r2");
        assertThat(LfpseReceipt.of(FIRST, List.of(first, second, withdrawn)).state())
                .isEqualTo(ReceiptState.ACCEPTED);
    }

    private static List<Statement> statements(String heard) {
        var words = heard.split(" ");
        return Arrays.stream(words)
                .filter(word -> word.matches("[a-z-]{2,}"))
                .map(type -> {
                    var version = words[Arrays.asList(words).indexOf(type) + 1];
                    return new Statement(
                            Kind.of(type),
                            FIRST,
                            "r",
                            version.equals("-") ? null : version,
                            null,
                            null,
                            null,
                            Instant.EPOCH);
                })
                .toList();
    }
}
