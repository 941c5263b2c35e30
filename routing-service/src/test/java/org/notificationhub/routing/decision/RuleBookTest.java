package org.notificationhub.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingDecision.Outcome;
import org.notificationhub.routing.rule.RoutingRule;
import org.notificationhub.routing.rule.RoutingRules;
import org.notificationhub.routing.rule.RulesUnusable;

class RuleBookTest {

    private static final RoutingRules RULES = new RuleBook().rules();

    @Test
    void theTableHasTwentyEightTypesForBothClasses() {
        assertThat(RULES.version()).isEqualTo("2026-11-23");
        assertThat(RULES.types()).hasSize(28);
        assertThat(rows()).hasSize(56);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void eachRowDecidesFromItsFirstDayOn(RoutingRule row) {
        var decision = RULES.decide(row.type(), row.providerClass(), row.inForceFrom());

        assertThat(decision.findings().get(0).outcome()).isEqualTo(expected(row));
        assertThat(decision.routes()).hasSize(routes(row));
        assertThat(decision.citations()).isNotEmpty().allSatisfy(citation -> {
            assertThat(citation.instrument()).matches("SI (2009/3112|2017/1322|2012/\\d+)");
            assertThat(citation.provision()).startsWith("reg ");
            assertThat(citation.url()).startsWith("http");
        });
        assertThat(RULES.decide(
                        row.type(), row.providerClass(), row.inForceFrom().minusDays(1)))
                .isInstanceOf(RoutingDecision.Hold.class);
    }

    @Test
    void aTrustsExemptionReachesFourTypesOnly() {
        assertThat(rows().filter(row -> expected(row) == Outcome.OWED_UNLESS_LFPSE_ACCEPTS)
                        .map(row -> row.type() + " " + row.providerClass()))
                .containsExactlyInAnyOrder(
                        "DEATH_OF_SERVICE_USER NHS_BODY",
                        "SERIOUS_INJURY NHS_BODY",
                        "ABUSE_OR_ALLEGATION NHS_BODY",
                        "EVENT_STOPS_SERVICE NHS_BODY");
    }

    @Test
    void aTableThatDoesNotNameItsEditionIsRefused() {
        assertThatThrownBy(() -> RuleBook.read("notification_type,title\n")).isInstanceOf(RulesUnusable.class);
    }

    private static Stream<RoutingRule> rows() {
        return RULES.types().stream()
                .sorted()
                .flatMap(type -> Stream.of(ProviderClass.values()).map(each -> RULES.of(type, each)))
                .flatMap(List::stream);
    }

    private static Outcome expected(RoutingRule row) {
        return switch (row.duty()) {
            case CQC_DIRECT -> Outcome.OWED;
            case LFPSE_DISCHARGES -> Outcome.OWED_UNLESS_LFPSE_ACCEPTS;
            case NOT_REQUIRED -> Outcome.NOT_REQUIRED;
        };
    }

    private static int routes(RoutingRule row) {
        return switch (row.duty()) {
            case CQC_DIRECT -> 1;
            case LFPSE_DISCHARGES -> 2;
            case NOT_REQUIRED -> 0;
        };
    }
}
