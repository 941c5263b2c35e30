package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.notificationhub.routing.delivery.Answer.CqcFlag;
import org.notificationhub.routing.delivery.Statement.Kind;

/** Whatever is heard of LfPSE, in whatever order and however often: it ends in one state. */
class LfpseReceiptProperties {

    private static final List<UUID> SUBMISSIONS = List.of(new UUID(0, 1), new UUID(0, 2));

    @Property(tries = 3000)
    void anyOrderWithAnyRepetitionEndsWhereTheOrderlySequenceDoes(
            @ForAll("histories") List<Statement> history, @ForAll Random chance) {
        var orderly = history.stream().sorted(Statement.BY_VERSION).toList();
        var arrived = new ArrayList<>(history);
        for (var again = chance.nextInt(5); again > 0 && !history.isEmpty(); again--) {
            arrived.add(history.get(chance.nextInt(history.size())));
        }
        Collections.shuffle(arrived, chance);

        for (var submission : SUBMISSIONS) {
            assertThat(LfpseReceipt.of(submission, arrived)).isEqualTo(LfpseReceipt.of(submission, orderly));
        }
        assertThat(LfpseReceipt.standing(SUBMISSIONS, arrived)).isEqualTo(LfpseReceipt.standing(SUBMISSIONS, orderly));
    }

    @Property
    void whatIsHeardPieceByPieceEndsWhereTheWholeDoes(@ForAll("histories") List<Statement> history) {
        var heard = new HashSet<Statement>();
        var state = LfpseReceipt.SENT;
        for (var statement : history) {
            heard.add(statement);
            state = LfpseReceipt.of(SUBMISSIONS.get(0), heard);
        }

        assertThat(state).isEqualTo(LfpseReceipt.of(SUBMISSIONS.get(0), history));
    }

    @Property
    void afterAWithdrawalNothingMoreHappensToARecord(
            @ForAll("histories") List<Statement> before, @ForAll("histories") List<Statement> after) {
        var withdrawn = one(before, "r1");
        withdrawn.add(new Statement(Kind.WITHDRAWN, null, "r1", "7", null, null, null, Instant.EPOCH));
        var state = LfpseReceipt.ofRecord(withdrawn);
        withdrawn.addAll(
                one(after, "r1").stream().filter(later -> later.version() > 7).toList());

        assertThat(LfpseReceipt.ofRecord(withdrawn).state()).isEqualTo(ReceiptState.WITHDRAWN);
        assertThat(LfpseReceipt.ofRecord(withdrawn)).isEqualTo(state);
    }

    @Property
    void anOlderVersionChangesNothingOfTheState(
            @ForAll("histories") List<Statement> history, @ForAll("kinds") Kind kind) {
        var heard = one(history, "r1");
        heard.add(new Statement(Kind.AMENDED, null, "r1", "9", null, null, null, Instant.EPOCH));
        var state = LfpseReceipt.ofRecord(heard).state();
        heard.add(new Statement(kind, null, "r1", "1", null, null, null, Instant.EPOCH));

        assertThat(LfpseReceipt.ofRecord(heard).state())
                .isEqualTo(kind == Kind.WITHDRAWN ? ReceiptState.WITHDRAWN : state);
    }

    private static List<Statement> one(Collection<Statement> heard, String record) {
        return new ArrayList<>(heard.stream()
                .filter(statement -> record.equals(statement.lfpseId()))
                .toList());
    }

    @Provide
    Arbitrary<List<Statement>> histories() {
        var name = Arbitraries.of("r1", "r2").injectNull(0.1);
        var statement = Combinators.combine(
                        kinds(),
                        Arbitraries.of(SUBMISSIONS).injectNull(0.4),
                        name,
                        Arbitraries.of("1", "2", "3", "10", "other").injectNull(0.2),
                        Arbitraries.of("LF-1", "LF-2").injectNull(0.4),
                        Arbitraries.of(new CqcFlag(true, "2"), new CqcFlag(true, null), new CqcFlag(false, null))
                                .injectNull(0.5),
                        Arbitraries.longs().between(0, 3))
                .as((kind, submission, lfpseId, version, reference, flag, second) -> new Statement(
                        kind, submission, lfpseId, version, reference, flag, null, Instant.ofEpochSecond(second)));
        return statement.list().ofMaxSize(9).map(list -> List.copyOf(Set.copyOf(list)));
    }

    @Provide
    Arbitrary<Kind> kinds() {
        return Arbitraries.of(Kind.class);
    }
}
