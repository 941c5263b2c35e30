package org.notificationhub.routing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.notificationhub.routing.rule.Law.decide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.routing.rule.RoutingDecision.Finding;
import org.notificationhub.routing.rule.RoutingDecision.Hold;
import org.notificationhub.routing.rule.RoutingDecision.NotRequired;
import org.notificationhub.routing.rule.RoutingDecision.NotifyCqc;
import org.notificationhub.routing.rule.RoutingDecision.NotifyLfpse;
import org.notificationhub.routing.rule.RoutingDecision.Outcome;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;
import org.notificationhub.routing.rule.RoutingDecision.Route;

/** What the shipped table answers, with the conditions and precedence that the law sets. */
class RoutingRulesTest {

    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void anIndependentProviderTellsCqcItself() {
        var decision = decide("SERIOUS_INJURY", "INDEPENDENT", NOTHING);

        assertThat(decision.findings())
                .extracting(Finding::authority, Finding::outcome)
                .containsExactly(tuple(Authority.CQC, Outcome.OWED), tuple(Authority.LFPSE, Outcome.NOT_REQUIRED));
        assertThat(decision.routes()).containsExactly(new Route(Authority.CQC, Purpose.DIRECT));
        assertThat(decision.aboutCqc().because()).contains("LfPSE never replaces");
        assertThat(decision.aboutLfpse().because()).contains("would not replace telling CQC");
    }

    @Test
    void aTrustTriesLfpseFirstAndFallsBackToCqc() {
        var decision = decide("SERIOUS_INJURY", "NHS_BODY", NOTHING);

        assertThat(decision.aboutCqc().outcome()).isEqualTo(Outcome.OWED_UNLESS_LFPSE_ACCEPTS);
        assertThat(decision.routes())
                .containsExactly(
                        new Route(Authority.LFPSE, Purpose.DISCHARGES), new Route(Authority.CQC, Purpose.FALLBACK));
        assertThat(decision.aboutLfpse())
                .returns(Outcome.NOT_REQUIRED, Finding::outcome)
                .extracting(Finding::because)
                .asString()
                .contains("discharges the duty");
    }

    @Test
    void whatIsNotRequiredGoesNowhereAndIsExplained() {
        var decision = decide("POLICE_INCIDENT", "NHS_BODY", NOTHING);

        assertThat(decision).isInstanceOf(NotRequired.class);
        assertThat(decision.routes()).isEmpty();
        assertThat(decision.clock()).isNull();
        assertThat(decision.limit()).isNull();
        assertThat(decision.aboutCqc().because()).contains("because the police are involved");
        assertThat(decision.aboutLfpse().because()).contains("No law asks");
    }

    @Test
    void beforeTheFirstRuleAPersonDecides() {
        var decision = decide("SERIOUS_INJURY", "NHS_BODY", LocalDate.of(2010, 3, 31), NOTHING);

        assertThat(decision).isInstanceOf(Hold.class).returns(null, RoutingDecision::rule);
        assertThat(decision.aboutCqc().because()).contains("2010-03-31").endsWith("A person decides.");
        assertThat(decision.citations()).isEmpty();
    }

    @Test
    void whereTheLawIsNotSettledAPersonDecides() {
        var decision = decide("DOLS_OUTCOME", "NHS_BODY", LocalDate.of(2012, 6, 17), Law.FULFILLING);

        assertThat(decision.aboutCqc().outcome()).isEqualTo(Outcome.HOLD);
        assertThat(decision.citations())
                .extracting(Citation::instrument)
                .containsExactly("SI 2009/3112", "SI 2012/921");
    }

    @ParameterizedTest(name = "naturalCourse={0} at an NHS body: {1}")
    @CsvSource({"true, NOT_REQUIRED", "false, OWED_UNLESS_LFPSE_ACCEPTS"})
    void aTrustNeedNotTellOfANaturalDeath(String naturalCourse, Outcome outcome) {
        var decision = decide("DEATH_OF_SERVICE_USER", "NHS_BODY", Map.of("naturalCourse", naturalCourse));

        assertThat(decision.aboutCqc().outcome()).isEqualTo(outcome);
        assertThat(decision.grounds().used()).extracting(Fact::name).containsExactly("naturalCourse");
        assertThat(decision.grounds().missing()).doesNotContain(fact("naturalCourse"));
    }

    @Test
    void anIndependentProviderTellsOfEveryDeath() {
        assertThat(decide("DEATH_OF_SERVICE_USER", "INDEPENDENT", Map.of("naturalCourse", "true")))
                .isInstanceOf(NotifyCqc.class);
    }

    @Test
    void aFactTheLawTurnsOnIsAskedForAndNeverGuessed() {
        var decision = decide("DEATH_OF_SERVICE_USER", "NHS_BODY", NOTHING);

        assertThat(decision).isInstanceOf(Hold.class);
        assertThat(decision.grounds().missing()).extracting(Fact::name).containsExactly("naturalCourse");
        assertThat(decision.aboutCqc().because())
                .contains("natural course of the illness")
                .contains("?");
        assertThat(decision.aboutLfpse().because()).contains("not settled yet");
        assertThat(decision.routes()).isEmpty();
    }

    @Test
    void theClockDoesNotWaitForThePersonWhoDecides() {
        var aware = Map.of("awareAt", "2026-11-20T10:00:00Z");

        assertThat(decide("DEATH_OF_SERVICE_USER", "NHS_BODY", aware).clock())
                .returns("WITHOUT_DELAY", Clock::limit)
                .returns(Law.at("2026-11-20T10:00:00Z"), Clock::start);
        assertThat(decide("DEATH_AFTER_TERMINATION_OF_PREGNANCY", "NHS_BODY", aware)
                        .clock())
                .isNull();
    }

    @ParameterizedTest(name = "a detained patient of {0}")
    @ValueSource(strings = {"NHS_BODY", "INDEPENDENT", "NHS_BLOOD_AND_TRANSPLANT"})
    void regulation17GoesBefore16(String providerClass) {
        var decision = decide("DEATH_OF_SERVICE_USER", providerClass, Map.of("detained", "true"));

        assertThat(decision).isInstanceOf(NotifyCqc.class);
        assertThat(decision.rule().type().code()).isEqualTo("DEATH_OF_DETAINED_PATIENT");
        assertThat(decision.aboutCqc().because()).contains("reg 17(1)-(2) goes before reg 16");
    }

    @Test
    void regulation20GoesBefore16AtAnIndependentProvider() {
        var decision = decide("DEATH_OF_SERVICE_USER", "INDEPENDENT", Map.of("afterTermination", "true"));

        assertThat(decision.rule().type().code()).isEqualTo("DEATH_AFTER_TERMINATION_OF_PREGNANCY");
        assertThat(decision.aboutCqc().because()).contains("reg 20 goes before reg 16(1)");
    }

    @Test
    void regulation16TakesATrustsDeathAfterATermination() {
        var type = "DEATH_AFTER_TERMINATION_OF_PREGNANCY";

        assertThat(decide(type, "NHS_BODY", Map.of("naturalCourse", "false"))).isInstanceOf(NotifyLfpse.class);
        assertThat(decide(type, "NHS_BODY", Map.of("naturalCourse", "true"))).isInstanceOf(NotRequired.class);
        assertThat(decide(type, "NHS_BODY", NOTHING)).isInstanceOf(Hold.class);
        assertThat(decide(type, "NHS_BODY", Map.of("naturalCourse", "false", "detained", "true"))
                        .rule()
                        .type()
                        .code())
                .isEqualTo("DEATH_OF_DETAINED_PATIENT");
    }

    @Test
    void aDetainedPatientsDeathThatIsASafetyIncidentGoesToBothAndQuotesTheLocalNumber() {
        var facts = Map.of("safetyIncident", "true", "localReference", "LRMS-1");

        var decision = decide("DEATH_OF_DETAINED_PATIENT", "NHS_BODY", facts);

        assertThat(decision.routes())
                .containsExactly(new Route(Authority.CQC, Purpose.DIRECT), new Route(Authority.LFPSE, Purpose.COPY));
        assertThat(decision.aboutLfpse())
                .returns(Outcome.NOT_REQUIRED, Finding::outcome)
                .extracting(Finding::because)
                .asString()
                .contains("does not replace");
        assertThat(decision.aboutCqc().because()).doesNotContain("CQC is to be given");
        assertThat(decision.grounds().used())
                .extracting(Fact::name)
                .containsExactly("localReference", "safetyIncident");
    }

    @Test
    void aLocalNumberThatIsMissingIsAskedForAndHoldsUpNothing() {
        var decision = decide("DEATH_OF_DETAINED_PATIENT", "NHS_BODY", Map.of("safetyIncident", "true"));

        assertThat(decision.aboutCqc().outcome()).isEqualTo(Outcome.OWED);
        assertThat(decision.aboutCqc().because())
                .contains("CQC is to be given this too")
                .contains("local risk");
        assertThat(decision.grounds().missing()).contains(fact("localReference"));
    }

    @Test
    void aDetainedPatientsDeathIsNoSafetyIncidentUntilSomebodySaysSo() {
        var decision = decide("DEATH_OF_DETAINED_PATIENT", "NHS_BODY", NOTHING);

        assertThat(decision.routes()).containsExactly(new Route(Authority.CQC, Purpose.DIRECT));
        assertThat(decision.grounds().missing()).extracting(Fact::name).containsExactly("awareAt");
    }

    @ParameterizedTest(name = "{0} with {1}={2} is {3}")
    @CsvSource({
        "UNAUTHORISED_ABSENCE_DETAINED_PATIENT, unitSecurity, LOW, OWED",
        "UNAUTHORISED_ABSENCE_DETAINED_PATIENT, unitSecurity, HIGH, OWED",
        "UNAUTHORISED_ABSENCE_DETAINED_PATIENT, unitSecurity, NONE, NOT_REQUIRED",
        "UNAUTHORISED_ABSENCE_DETAINED_PATIENT, detained, true, HOLD",
        "DOLS_OUTCOME, outcome, PENDING, NOT_REQUIRED",
        "DOLS_OUTCOME, outcome, WITHDRAWN, OWED",
        "POLICE_INCIDENT, moreSpecificType, SERIOUS_INJURY, NOT_REQUIRED",
        "POLICE_INCIDENT, moreSpecificType, NONE, OWED",
        "CHILD_IN_ADULT_PSYCHIATRIC_UNIT, placedOver48Hours, false, NOT_REQUIRED",
        "CHILD_IN_ADULT_PSYCHIATRIC_UNIT, placedOver48Hours, true, OWED",
        "EVENT_STOPS_SERVICE, cause, STAFFING, OWED",
        "EVENT_STOPS_SERVICE, cause, UTILITY, HOLD",
        "EVENT_STOPS_SERVICE, outageOver24Hours, false, OWED",
    })
    void aDutyExistsOnlyWhereItsConditionHolds(String type, String fact, String value, Outcome outcome) {
        assertThat(decide(type, "INDEPENDENT", Map.of(fact, value)).aboutCqc().outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "a utility out for more than a day: {0}")
    @CsvSource({"true, OWED_UNLESS_LFPSE_ACCEPTS", "false, NOT_REQUIRED"})
    void aUtilityCountsAfterADay(String outOverADay, Outcome outcome) {
        var facts = Map.of("cause", "UTILITY", "outageOver24Hours", outOverADay);

        assertThat(decide("EVENT_STOPS_SERVICE", "NHS_BODY", facts).aboutCqc().outcome())
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"INDEPENDENT", "PRIMARY_MEDICAL_SERVICES", "LOCAL_AUTHORITY"})
    void whoeverIsNoHealthServiceBodyIsRoutedAsIndependent(String providerClass) {
        for (var type : List.of("SERIOUS_INJURY", "ABUSE_OR_ALLEGATION", "EVENT_STOPS_SERVICE", "POLICE_INCIDENT")) {
            assertThat(decide(type, providerClass, NOTHING)).isInstanceOf(NotifyCqc.class);
        }
    }

    @ParameterizedTest(name = "a site in {0}")
    @CsvSource({
        "WALES, Healthcare Inspectorate Wales",
        "SCOTLAND, Healthcare Improvement Scotland",
        "NORTHERN_IRELAND, Regulation and Quality Improvement Authority",
    })
    void aSiteOutsideEnglandIsFlaggedForAPerson(String country, String enforcer) {
        var decision = decide("IRMER_SAUE", "NHS_BODY", Map.of("country", country));

        assertThat(decision).isInstanceOf(Hold.class);
        assertThat(decision.aboutCqc().because()).contains(enforcer);
        assertThat(decision.grounds().used()).extracting(Fact::name).containsExactly("country");
    }

    @Test
    void aSiteInEnglandIsDecidedWhetherItSaysSoOrNot() {
        assertThat(decide("IRMER_SAUE", "NHS_BODY", Map.of("country", "ENGLAND")))
                .isInstanceOf(NotifyCqc.class);
        assertThat(decide("IRMER_SAUE", "NHS_BODY", NOTHING)).isInstanceOf(NotifyCqc.class);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "2018-02-05, SI 2000/1059, reg 4(5)",
        "2018-02-06, SI 2017/1322, reg 8(4)",
        "2024-09-30, SI 2017/1322, reg 8(4)",
        "2024-10-01, SI 2017/1322, reg 8(4)",
    })
    void radiationFollowsTheLawOfItsDay(LocalDate on, String instrument, String provision) {
        var law = decide("IRMER_SAUE", "NHS_BODY", on, NOTHING).citations();

        assertThat(law.get(0)).returns(instrument, Citation::instrument).returns(provision, Citation::provision);
        assertThat(law).extracting(Citation::instrument).hasSize(on.isBefore(LocalDate.of(2024, 10, 1)) ? 1 : 2);
    }

    @Test
    void theLimitSaysWhoSetIt() {
        assertThat(decide("SERIOUS_INJURY", "NHS_BODY", NOTHING).limit())
                .isEqualTo("without delay (SI 2009/3112 reg 18(4))");
        assertThat(decide("IRMER_SAUE", "NHS_BODY", NOTHING).limit()).endsWith("(CQC guidance)");
        assertThat(decide("LIQUIDATOR_APPOINTED", "INDEPENDENT", NOTHING).limit())
                .endsWith("(the provider's own target)");
    }

    private static Fact fact(String name) {
        return Law.VOCABULARY.facts().find(name).orElseThrow();
    }
}
