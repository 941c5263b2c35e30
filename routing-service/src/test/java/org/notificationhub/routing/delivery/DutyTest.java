package org.notificationhub.routing.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

class DutyTest {

    private static final Instant START = Instant.parse("2026-03-18T17:30:00Z");
    private static final Instant DUE = Instant.parse("2026-04-01T16:30:00Z");
    private static final Deadline DEADLINE = new Deadline(
            START, DUE, null, Instant.parse("2026-03-25T17:00:00Z"), Instant.parse("2026-03-29T21:18:00Z"));
    private static final Duty DUTY = Duty.open("within 2 weeks", DEADLINE);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-25T16:59:59.999Z, NONE",
        "2026-03-25T17:00:00Z, HALF",
        "2026-03-29T21:18:00Z, MOST",
        "2026-04-01T16:30:00Z, MOST",
        "2026-04-01T16:30:00.001Z, PASSED"
    })
    void aWarningBeginsOnItsMarkAndTheEndIsStillInTime(Instant now, Warning warning) {
        assertThat(DUTY.warningAt(now)).isEqualTo(warning);
        assertThat(DUTY.isOverdueAt(now)).isEqualTo(warning == Warning.PASSED);
    }

    @Test
    void theProvidersOwnTargetIsMissedAndNeverOverdue() {
        var duty = Duty.open("without delay", new Deadline(START, null, DUE, null, null));

        assertThat(duty.missesTargetAt(DUE.plusMillis(1))).isTrue();
        assertThat(duty.isOverdueAt(DUE.plusMillis(1))).isFalse();
        assertThat(duty.discharged("CQC", DUE.plusMillis(1)).isLate()).isFalse();
    }

    @Test
    void whatWasMetInTimeIsNeitherOverdueNorLateWhenAnAmendmentOpensItAnew() {
        var met = DUTY.discharged("the first version", DUE);

        var anew = DUTY.after(met);

        assertThat(anew.isOpen()).isTrue();
        assertThat(anew.warningAt(DUE.plusSeconds(1))).isEqualTo(Warning.NONE);
        assertThat(anew.discharged("the second", DUE.plusSeconds(1)).isLate()).isFalse();
    }

    @Test
    void aWarningCountsOnlyForTheEndItWasAbout() {
        var warned = DUTY.warnedOf(Warning.MOST);
        var moved = Duty.open("within 2 weeks", new Deadline(START, DUE.plusSeconds(1), null, null, null));

        assertThat(DUTY.after(warned).warned()).isEqualTo(80);
        assertThat(moved.after(warned).warned()).isZero();
    }

    @Test
    void theFirstReasonOfALateDutyStaysThroughAnAmendment() {
        var late = DUTY.discharged("CQC", DUE.plusMillis(1));
        var explained = late.explained(new LateReason("The system was down", "a", DUE));

        assertThat(DUTY.after(explained).explained(new LateReason("The system was down", "b", START)))
                .extracting(duty -> duty.lateReason().by())
                .isEqualTo("a");
        assertRefused(
                () -> explained.explained(new LateReason("Another one", "a", DUE)), ProblemKind.LATE_REASON_GIVEN);
        assertRefused(() -> DUTY.explained(new LateReason("Not even met", "a", DUE)), ProblemKind.NOT_LATE);
    }

    private static void assertRefused(Runnable action, ProblemKind kind) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
