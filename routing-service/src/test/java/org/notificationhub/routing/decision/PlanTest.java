package org.notificationhub.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.CqcNotice;
import org.notificationhub.events.NotificationContent.LfpseReport;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.Facts;
import org.notificationhub.routing.rule.Question;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingDecision.Outcome;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.RoutingDecision.Route;
import org.notificationhub.routing.rule.RoutingRules;

class PlanTest {

    private static final Instant ACCEPTED = Instant.parse("2026-11-20T10:00:00Z");
    private static final LfpseReport PROOF = new LfpseReport("LF-1", ACCEPTED, true, null);
    private static final LfpseReport UNFLAGGED = new LfpseReport("LF-1", ACCEPTED, false, null);
    private static final String NHS_BODY = "NHS_BODY";
    private static final String INDEPENDENT = "INDEPENDENT";
    private static final RoutingRules RULES = RuleTable.read(RuleTable.shipped(), RuleVocabulary.shipped());
    private static final List<Authority> EVERYBODY = List.of(Authority.values());

    @Test
    void whatCqcHasBeenToldIsNotSentAgain() {
        var plan = Plan.of(law(INDEPENDENT), content(null, new CqcNotice("ENQ-1", ACCEPTED)), EVERYBODY);

        assertThat(plan.duty()).isEqualTo(DutyStatus.DISCHARGED);
        assertThat(plan.routes()).isEmpty();
    }

    @Test
    void aTrustsOwnFlaggedReportDischargesItsDuty() {
        var plan = Plan.of(law(NHS_BODY), content(PROOF, null), EVERYBODY);

        assertThat(plan.duty()).isEqualTo(DutyStatus.DISCHARGED);
        assertThat(plan.routes()).isEmpty();
    }

    @Test
    void aTrustsOwnReportWithoutTheFlagSendsItToCqc() {
        var plan = Plan.of(law(NHS_BODY), content(UNFLAGGED, null), EVERYBODY);

        assertThat(plan.duty()).isEqualTo(DutyStatus.OPEN);
        assertThat(plan.routes()).containsExactly(new Route(Authority.CQC, Purpose.DIRECT));
    }

    @Test
    void anIndependentProvidersReportToLfpseDischargesNothing() {
        var plan = Plan.of(law(INDEPENDENT), content(PROOF, null), EVERYBODY);

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

        var plan = Plan.of(law(NHS_BODY), test, List.of());

        assertThat(plan.duty()).isEqualTo(DutyStatus.NOT_REQUIRED);
        assertThat(plan.routes()).isEmpty();
        assertThat(plan.remark()).contains("test");
    }

    @Test
    void aTrustsOwnReportUnderAnotherCriterionSendsItToCqc() {
        var otherwise = new LfpseReport("LF-1", ACCEPTED, true, "1");

        var plan = Plan.of(law(NHS_BODY), content(otherwise, null), EVERYBODY);

        assertThat(plan.routes()).containsExactly(new Route(Authority.CQC, Purpose.DIRECT));
    }

    @Test
    void aTrustsOwnReportUnderTheMatchingCriterionDischargesItsDuty() {
        var matching = new LfpseReport("LF-1", ACCEPTED, true, "2");

        assertThat(Plan.of(law(NHS_BODY), content(matching, null), EVERYBODY).isDischarged())
                .isTrue();
    }

    @Test
    void whatTheSenderPutIntoLfpseItselfIsNotPutThereAgain() {
        var death = law("DEATH_OF_DETAINED_PATIENT", NHS_BODY, Map.of("safetyIncident", "true"));

        assertThat(Plan.of(death, content(UNFLAGGED, null), EVERYBODY).routes())
                .containsExactly(new Route(Authority.CQC, Purpose.DIRECT));
        assertThat(Plan.of(death, content(null, null), EVERYBODY).routes())
                .containsExactly(new Route(Authority.CQC, Purpose.DIRECT), new Route(Authority.LFPSE, Purpose.COPY));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "SERIOUS_INJURY,        NHS_BODY,    LFPSE DISCHARGES CQC FALLBACK",
        "SERIOUS_INJURY,        INDEPENDENT, CQC DIRECT LFPSE COPY",
        "DEATH_OF_SERVICE_USER, INDEPENDENT, CQC DIRECT LFPSE COPY",
        "DEATH_OF_SERVICE_USER, NHS_BODY,    LFPSE COPY",
        "PATIENT_SAFETY_EVENT,  NHS_BODY,    LFPSE COPY",
        "PATIENT_SAFETY_EVENT,  INDEPENDENT, LFPSE COPY",
    })
    void whatIsGivenInLfpsesTermsReachesLfpseBesideWhomeverTheLawNames(
            String type, String providerClass, String routes) {
        var plan = Plan.of(law(type, providerClass, Map.of("lfpseEvent", "true")), content(null, null), EVERYBODY);

        assertThat(plan.routes().stream()
                        .map(route -> route.destination() + " " + route.purpose())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(routes);
    }

    @Test
    void aDeathOfWhichNobodyKnowsWhetherItWasNaturalIsHeldForAPersonWhileLfpseIsTold() {
        var law = law("DEATH_OF_SERVICE_USER", NHS_BODY, Map.of("lfpseEvent", "true"));

        assertThat(law.aboutCqc().outcome()).isEqualTo(Outcome.HOLD);
        assertThat(law.aboutLfpse().because()).contains("LfPSE is told meanwhile");
        assertThat(Plan.of(law, content(null, null), EVERYBODY).duty()).isEqualTo(DutyStatus.OPEN);
    }

    @Test
    void aPatientSafetyEventOwesCqcNothing() {
        var plan = Plan.of(law("PATIENT_SAFETY_EVENT", INDEPENDENT, Map.of()), content(null, null), EVERYBODY);

        assertThat(plan.duty()).isEqualTo(DutyStatus.NOT_REQUIRED);
        assertThat(plan.copiesTo(Authority.LFPSE)).isTrue();
        assertThat(plan.copiesTo(Authority.CQC)).isFalse();
    }

    private static RoutingDecision law(String providerClass) {
        return law("SERIOUS_INJURY", providerClass, Map.of());
    }

    private static RoutingDecision law(String type, String providerClass, Map<String, String> facts) {
        var known = RULES.vocabulary().classes().find(providerClass).orElseThrow();
        return RULES.decide(new Question(type, known, LocalDate.of(2026, 11, 20), new Facts(facts)));
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
