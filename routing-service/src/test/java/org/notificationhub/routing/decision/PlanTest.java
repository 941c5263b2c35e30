package org.notificationhub.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.CqcNotice;
import org.notificationhub.events.NotificationContent.LfpseReport;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.RoutingDecision.Route;

class PlanTest {

    private static final Instant ACCEPTED = Instant.parse("2026-11-20T10:00:00Z");
    private static final LfpseReport PROOF = new LfpseReport("LF-1", ACCEPTED, true, null);
    private static final LfpseReport UNFLAGGED = new LfpseReport("LF-1", ACCEPTED, false, null);
    private static final List<Authority> EVERYBODY = List.of(Authority.values());

    @Test
    void whatCqcHasBeenToldIsNotSentAgain() {
        var plan = Plan.of(law(ProviderClass.INDEPENDENT), content(null, new CqcNotice("ENQ-1", ACCEPTED)), EVERYBODY);

        assertThat(plan.duty()).isEqualTo(DutyStatus.DISCHARGED);
        assertThat(plan.routes()).isEmpty();
    }

    @Test
    void aTrustsOwnFlaggedReportDischargesItsDuty() {
        var plan = Plan.of(law(ProviderClass.NHS_BODY), content(PROOF, null), EVERYBODY);

        assertThat(plan.duty()).isEqualTo(DutyStatus.DISCHARGED);
        assertThat(plan.routes()).isEmpty();
    }

    @Test
    void aTrustsOwnReportWithoutTheFlagSendsItToCqc() {
        var plan = Plan.of(law(ProviderClass.NHS_BODY), content(UNFLAGGED, null), EVERYBODY);

        assertThat(plan.duty()).isEqualTo(DutyStatus.OPEN);
        assertThat(plan.routes()).containsExactly(new Route(Authority.CQC, Purpose.DIRECT));
    }

    @Test
    void anIndependentProvidersReportToLfpseDischargesNothing() {
        var plan = Plan.of(law(ProviderClass.INDEPENDENT), content(PROOF, null), EVERYBODY);

        assertThat(plan.duty()).isEqualTo(DutyStatus.OPEN);
        assertThat(plan.routes()).containsExactly(new Route(Authority.CQC, Purpose.DIRECT));
    }

    @Test
    void aTestIsSentToNobodyOutsideTheSandbox() {
        var test = new NotificationContent(
                "SERIOUS_INJURY",
                "R",
                new Provider("RJ1", null, null, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true);

        var plan = Plan.of(law(ProviderClass.NHS_BODY), test, List.of());

        assertThat(plan.duty()).isEqualTo(DutyStatus.NOT_REQUIRED);
        assertThat(plan.routes()).isEmpty();
        assertThat(plan.remark()).contains("test");
    }

    private static RoutingDecision law(ProviderClass providerClass) {
        return new RuleBook().rules().decide("SERIOUS_INJURY", providerClass, LocalDate.of(2026, 11, 20));
    }

    private static NotificationContent content(LfpseReport lfpse, CqcNotice cqc) {
        return new NotificationContent(
                "SERIOUS_INJURY",
                "R",
                new Provider("RJ1", null, null, null),
                null,
                null,
                null,
                null,
                lfpse,
                cqc,
                JsonNodeFactory.instance.objectNode(),
                false);
    }
}
