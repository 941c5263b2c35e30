package org.notificationhub.routing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.notificationhub.routing.rule.ProviderClass.INDEPENDENT;
import static org.notificationhub.routing.rule.ProviderClass.NHS_BODY;
import static org.notificationhub.routing.rule.StatutoryDuty.CQC_DIRECT;
import static org.notificationhub.routing.rule.StatutoryDuty.LFPSE_DISCHARGES;
import static org.notificationhub.routing.rule.StatutoryDuty.NOT_REQUIRED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.notificationhub.routing.rule.RoutingDecision.Finding;
import org.notificationhub.routing.rule.RoutingDecision.Outcome;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.RoutingDecision.Route;

class RoutingRulesTest {

    private static final LocalDate START = LocalDate.of(2010, 4, 1);
    private static final LocalDate CHANGE = LocalDate.of(2024, 10, 1);

    @Test
    void aDirectDutyIsRoutedToCqc() {
        var decision = table(CQC_DIRECT).decide("INJURY", NHS_BODY, START);

        assertThat(decision.findings())
                .extracting(Finding::authority, Finding::outcome)
                .containsExactly(tuple(Authority.CQC, Outcome.OWED), tuple(Authority.LFPSE, Outcome.NOT_REQUIRED));
        assertThat(decision.routes()).containsExactly(new Route(Authority.CQC, Purpose.DIRECT));
    }

    @Test
    void aDischargeIsTriedFirstAndFallsBackToCqc() {
        var decision = table(LFPSE_DISCHARGES).decide("INJURY", NHS_BODY, START);

        assertThat(decision.findings().get(0).outcome()).isEqualTo(Outcome.OWED_UNLESS_LFPSE_ACCEPTS);
        assertThat(decision.routes())
                .containsExactly(
                        new Route(Authority.LFPSE, Purpose.DISCHARGES), new Route(Authority.CQC, Purpose.FALLBACK));
    }

    @Test
    void whatIsNotRequiredGoesNowhereAndIsExplained() {
        var decision = table(NOT_REQUIRED).decide("INJURY", NHS_BODY, START);

        assertThat(decision.routes()).isEmpty();
        assertThat(decision.limit()).isNull();
        assertThat(decision.findings()).allSatisfy(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.NOT_REQUIRED);
            assertThat(finding.because()).isNotBlank();
        });
    }

    @Test
    void theDayBeforeTheFirstRuleIsHeldForAPerson() {
        var decision = table(CQC_DIRECT).decide("INJURY", NHS_BODY, START.minusDays(1));

        assertThat(decision).isInstanceOf(RoutingDecision.Hold.class);
        assertThat(decision.findings()).extracting(Finding::outcome).containsExactly(Outcome.HOLD);
    }

    @Test
    void aTypeTheTableDoesNotKnowIsHeldForAPerson() {
        assertThat(table(CQC_DIRECT).decide("EARTHQUAKE", NHS_BODY, START)).isInstanceOf(RoutingDecision.Hold.class);
    }

    @Test
    void theLawOfTheDayDecides() {
        var rules = new RoutingRules(
                "test",
                List.of(
                        rule(INDEPENDENT, CQC_DIRECT, START, null),
                        rule(NHS_BODY, CQC_DIRECT, CHANGE, null),
                        rule(NHS_BODY, LFPSE_DISCHARGES, START, CHANGE.minusDays(1))));

        assertThat(rules.decide("INJURY", NHS_BODY, CHANGE.minusDays(1)))
                .isInstanceOf(RoutingDecision.NotifyLfpse.class);
        assertThat(rules.decide("INJURY", NHS_BODY, CHANGE)).isInstanceOf(RoutingDecision.NotifyCqc.class);
    }

    @Test
    void aClassWithoutARuleMakesTheTableUnusable() {
        assertThatThrownBy(() -> new RoutingRules("test", List.of(rule(NHS_BODY, CQC_DIRECT, START, null))))
                .isInstanceOf(RulesUnusable.class)
                .hasMessageContaining("INDEPENDENT");
    }

    @Test
    void twoRulesOnOneDayMakeTheTableUnusable() {
        var overlapping = List.of(
                rule(INDEPENDENT, CQC_DIRECT, START, null),
                rule(NHS_BODY, CQC_DIRECT, START, CHANGE),
                rule(NHS_BODY, CQC_DIRECT, CHANGE, null));

        assertThatThrownBy(() -> new RoutingRules("test", overlapping))
                .isInstanceOf(RulesUnusable.class)
                .hasMessageContaining("two rules on 2024-10-01");
    }

    @Test
    void aRuleWithoutLawCannotBeMade() {
        assertThatThrownBy(() -> rule(NHS_BODY, CQC_DIRECT, START, null, " ")).isInstanceOf(RulesUnusable.class);
    }

    private static RoutingRules table(StatutoryDuty nhs) {
        return new RoutingRules(
                "test", List.of(rule(NHS_BODY, nhs, START, null), rule(INDEPENDENT, CQC_DIRECT, START, null)));
    }

    private static RoutingRule rule(ProviderClass of, StatutoryDuty duty, LocalDate from, LocalDate to) {
        return rule(of, duty, from, to, "https://www.cqc.org.uk/a-page");
    }

    private static RoutingRule rule(
            ProviderClass of, StatutoryDuty duty, LocalDate from, LocalDate to, String sources) {
        return new RoutingRule(
                "INJURY",
                "An injury",
                "CQC(Reg)R 2009 reg 18(2)",
                of,
                duty,
                true,
                "without delay",
                from,
                to,
                sources,
                Confidence.CERTAIN);
    }
}
