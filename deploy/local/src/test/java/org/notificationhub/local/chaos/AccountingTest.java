package org.notificationhub.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.local.chaos.Authority.CQC;
import static org.notificationhub.local.chaos.Authority.LFPSE;
import static org.notificationhub.local.chaos.Sides.NOW;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.notificationhub.local.chaos.Disagreement.Finding;
import org.notificationhub.local.chaos.FaultRun.Refusing;
import org.notificationhub.local.chaos.HubRecord.Routed;
import org.notificationhub.local.chaos.HubRecord.Sent;
import org.notificationhub.local.chaos.HubRecord.Shown;

class AccountingTest {

    private static final Report AT_A_TRUST = new Report("T", Kind.SERIOUS_INJURY, "RJ1");
    private static final Report AT_AN_INDEPENDENT = new Report("I", Kind.SERIOUS_INJURY, "1-101614751");
    private static final Report OF_NO_CONCERN = new Report("N", Kind.POLICE_INCIDENT, "RJ1");

    private static final Told AMENDED_AT_TRUST = new Told(AT_A_TRUST, "id-T", 2, false);
    private static final Told AMENDED = new Told(AT_AN_INDEPENDENT, "id-I", 2, false);
    private static final Told WITHDRAWN = new Told(AT_AN_INDEPENDENT, "id-I", 2, true);
    private static final Told NOTED = new Told(OF_NO_CONCERN, "id-N", 1, false);

    private final Sides sides = new Sides()
            .with(AMENDED_AT_TRUST, "DISCHARGED", accepted("L1", 1, LFPSE), accepted("L2", 2, LFPSE))
            .with(AMENDED, "DISCHARGED", accepted("C1", 1, CQC), accepted("C2", 2, CQC))
            .with(NOTED, "NOT_REQUIRED");

    @Test
    void sidesThatSayTheSameAgree() {
        assertThat(sides.account().disagreements()).isEmpty();
        assertThat(sides.account().counts())
                .containsEntry("senders: versions accepted", 5L)
                .containsEntry("CQC: effects", 2L)
                .containsEntry("LFPSE: effects", 2L);
    }

    @Test
    void whatIntakeDoesNotHaveIsLost() {
        sides.shown.remove("id-I");

        assertThat(findings()).containsExactly(Finding.LOST);
    }

    @Test
    void aVersionThatRoutingDoesNotHaveIsLost() {
        sides.forge(AMENDED, r -> new Routed(1, false, 7, List.of(1), r.duties(), r.deliveries()));

        assertThat(findings()).containsExactly(Finding.LOST);
    }

    @Test
    void whatNoSenderWasToldOfIsNoticedInTheHubAndAtAnAuthority() {
        sides.told.remove(NOTED);
        sides.arrivals.add(
                sides.effect(new Told(new Report("X", Kind.INSOLVENCY, "RJ1"), "x", 1, false), accepted("X1", 1, CQC)));

        assertThat(findings()).containsExactly(Finding.UNTOLD, Finding.UNTOLD);
    }

    @Test
    void aDecisionMadeTwiceIsNoticed() {
        sides.forge(AMENDED, r -> new Routed(2, false, 7, List.of(1, 2, 2), r.duties(), r.deliveries()));

        assertThat(findings()).containsExactly(Finding.UNDECIDED);
    }

    @Test
    void whatIntakeShowsOtherwiseThanRoutingIsNoticed() {
        sides.shown.computeIfPresent(
                "id-I",
                (id, before) -> new Shown(
                        "I", "DISCHARGED", 6, before.versions(), before.duties(), before.deliveries(), Set.of()));

        assertThat(findings()).containsExactly(Finding.SHOWN_OTHERWISE);
    }

    @Test
    void anAuthorityThatWasNotToldIsNoticedWhateverTheHubSays() {
        sides.arrivals.removeIf(arrival -> arrival.requestId().equals("C1"));

        assertThat(findings()).containsExactly(Finding.NOT_TOLD);
    }

    @Test
    void aDutyThatIsDischargedByNothingIsNoticed() {
        sides.arrivals.removeIf(arrival -> arrival.requestId().equals("L2"));

        assertThat(findings()).containsExactlyInAnyOrder(Finding.NOT_TOLD, Finding.DUTY);
    }

    @Test
    void anAuthorityThatNeedNotKnowIsNoticed() {
        sides.arrivals.add(sides.effect(NOTED, accepted("C9", 1, CQC)));
        sides.arrivals.add(sides.effect(AMENDED, accepted("L9", 1, LFPSE)));

        assertThat(findings()).containsExactlyInAnyOrder(Finding.TOLD_WRONGLY, Finding.TOLD_WRONGLY);
    }

    @Test
    void cqcIsToldDirectlyOnlyWhereLfpseDidNotAccept() {
        sides.arrivals.add(sides.effect(AMENDED_AT_TRUST, accepted("C9", 1, CQC)));
        assertThat(findings()).containsExactly(Finding.TOLD_WRONGLY);

        replace(AMENDED_AT_TRUST, sent("L1", 1, LFPSE, "ACCEPTED", "NO_ANSWER", "ACCEPTED"), accepted("L2", 2, LFPSE));
        assertThat(findings()).isEmpty();
    }

    @Test
    void whatCqcTookTwiceIsNeverExplained() {
        replace(AMENDED, sent("C1", 1, CQC, "ACCEPTED", "NO_ANSWER", "ACCEPTED"), accepted("C2", 2, CQC));
        sides.arrivals.add(sides.effect(AMENDED, accepted("C2", 2, CQC)));

        assertThat(findings()).containsExactly(Finding.DOUBLED);
    }

    @Test
    void whatLfpseTookTwiceIsExplainedByAnAttemptWithoutAnswerOnly() {
        sides.arrivals.add(sides.effect(AMENDED_AT_TRUST, accepted("L2", 2, LFPSE)));
        assertThat(findings()).containsExactly(Finding.DOUBLED);

        replace(AMENDED_AT_TRUST, accepted("L1", 1, LFPSE), sent("L2", 2, LFPSE, "ACCEPTED", "NO_ANSWER", "ACCEPTED"));
        assertThat(findings()).isEmpty();
        assertThat(sides.account().counts()).containsEntry("LFPSE: doubles, UNKNOWN at an attempt", 1L);
    }

    @Test
    void aLaterVersionThatCameFirstIsNoticed() {
        var first = sides.arrivals.stream()
                .filter(arrival -> arrival.requestId().equals("C1"))
                .findFirst()
                .orElseThrow();
        sides.arrivals.remove(first);
        sides.arrivals.add(sides.effect(AMENDED, accepted("C1", 1, CQC)));

        assertThat(findings()).containsExactly(Finding.OVERTAKEN);
    }

    @Test
    void aRefusalIsAnExcuseOnlyWhileTheAuthorityWasToldToRefuse() {
        var refused = sent("C2", 2, CQC, "REJECTED", "REJECTED");
        var refusedSides = new Sides().with(AMENDED, "OPEN", accepted("C1", 1, CQC), refused);
        refusedSides.shown.computeIfPresent(
                "id-I",
                (id, before) -> new Shown(
                        "I", "ACTION_REQUIRED", 7, before.versions(), before.duties(), before.deliveries(), Set.of()));
        refusedSides.arrivals.add(refusedSides.refusal(AMENDED, refused));

        assertThat(findings(refusedSides)).containsExactlyInAnyOrder(Finding.NOT_TOLD, Finding.DUTY);

        refusedSides.refusing.add(new Refusing(CQC, NOW.minusSeconds(1), NOW.plusSeconds(1)));
        assertThat(findings(refusedSides)).isEmpty();
    }

    @Test
    void aWithdrawalThatAnAuthorityWasNotToldOfIsNoticed() {
        var withdrawal = new Sent("C2", 2, CQC, true, "ACCEPTED", Set.of("ACCEPTED"));
        var withdrawn = new Sides().with(WITHDRAWN, "WITHDRAWN", accepted("C1", 1, CQC), withdrawal);
        assertThat(findings(withdrawn)).isEmpty();

        withdrawn.arrivals.removeIf(Arrival::isWithdrawal);
        assertThat(findings(withdrawn)).containsExactly(Finding.NOT_TOLD);
    }

    @Test
    void anExposureThatIsNotCountedIsNoticed() {
        var exposure = new Told(new Report("E", Kind.IRMER_SAUE, "RJ1"), "id-E", 1, false);
        sides.with(exposure, "DISCHARGED", accepted("E1", 1, CQC));

        assertThat(findings()).containsExactly(Finding.MISCOUNTED);
    }

    private void replace(Told told, Sent... deliveries) {
        sides.forge(
                told,
                r -> new Routed(
                        r.version(), r.isWithdrawn(), r.revision(), r.decided(), r.duties(), List.of(deliveries)));
    }

    private static Sent accepted(String id, int version, Authority authority) {
        return sent(id, version, authority, "ACCEPTED", "ACCEPTED");
    }

    private static Sent sent(String id, int version, Authority authority, String status, String... outcomes) {
        return new Sent(id, version, authority, false, status, Set.copyOf(Arrays.asList(outcomes)));
    }

    private List<Finding> findings() {
        return findings(sides);
    }

    private static List<Finding> findings(Sides sides) {
        return sides.account().disagreements().stream()
                .map(Disagreement::finding)
                .toList();
    }
}
