package org.notificationhub.routing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.notificationhub.routing.rule.Law.at;
import static org.notificationhub.routing.rule.Law.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {

    private static final Duration OWN = Duration.ofHours(24);

    @ParameterizedTest(name = "{0} with {1}={2} is due {3}")
    @CsvSource({
        // Two weeks keep the time of day in London, also over the change of the clocks.
        "IRMER_SAUE, discoveredAt, 2026-11-02T10:00:00Z, 2026-11-16T10:00:00Z",
        "IRMER_SAUE, discoveredAt, 2026-03-20T10:00:00Z, 2026-04-03T09:00:00Z",
        "IRMER_SAUE, discoveredAt, 2026-10-20T09:00:00Z, 2026-11-03T10:00:00Z",
        "IRMER_SAUE, discoveredAt, 2028-02-15T12:00:00Z, 2028-02-29T12:00:00Z",
        "IRMER_SAUE, awareAt, 2026-11-02T10:00:00Z, 2026-11-16T10:00:00Z",
        "IRMER_SAUE_INVESTIGATION_REPORT, discoveredAt, 2026-01-05T10:00:00Z, 2026-03-30T09:00:00Z",
        // Days end at midnight in London.
        "STATEMENT_OF_PURPOSE_CHANGE, revisedOn, 2026-02-28, 2026-03-28T23:59:59.999Z",
        "STATEMENT_OF_PURPOSE_CHANGE, revisedOn, 2028-02-01, 2028-02-29T23:59:59.999Z",
        "STATEMENT_OF_PURPOSE_CHANGE, revisedOn, 2026-03-01, 2026-03-29T22:59:59.999Z",
        "STATEMENT_OF_PURPOSE_CHANGE, revisedOn, 2026-09-27, 2026-10-25T23:59:59.999Z",
        "PLANS_AFTER_PROVIDER_DEATH, diedOn, 2026-11-01, 2026-11-29T23:59:59.999Z",
        "LIQUIDATOR_PLANS, appointedOn, 2026-11-01, 2026-11-28T23:59:59.999Z",
        "RETURN_REGISTERED_PERSON, returnedOn, 2026-11-02, 2026-11-07T23:59:59.999Z",
    })
    void aPeriodIsCountedInLondon(String type, String fact, String start, Instant due) {
        var clock = clock(type, Map.of(fact, start));

        assertThat(clock.due()).isEqualTo(due);
        assertThat(clock.startFact().name()).isEqualTo(fact);
        assertThat(clock.target(OWN)).isNull();
    }

    @ParameterizedTest(name = "a planned absence from {0} is told by {1}")
    @CsvSource({"2026-11-30, 2026-11-02T23:59:59.999Z", "2026-04-20, 2026-03-23T23:59:59.999Z"})
    void aPlannedAbsenceIsToldFourWeeksBefore(String from, Instant due) {
        var clock = clock("ABSENCE_REGISTERED_PERSON", Map.of("absence", "PLANNED", "absentFrom", from));

        assertThat(clock.limit()).isEqualTo("AT_LEAST_28_DAYS_BEFORE");
        assertThat(clock.due()).isEqualTo(due);
    }

    @ParameterizedTest(name = "an emergency from {0} is told by {1}")
    @CsvSource({
        "2026-11-16, 2026-11-23T23:59:59.999Z",
        "2026-11-13, 2026-11-20T23:59:59.999Z",
        "2026-11-14, 2026-11-20T23:59:59.999Z",
        // Good Friday and Easter Monday.
        "2026-04-01, 2026-04-10T22:59:59.999Z",
        // The coronation, then the spring weekend.
        "2023-05-05, 2023-05-15T22:59:59.999Z",
        // Christmas on a Friday, Boxing Day moved to Monday.
        "2026-12-23, 2027-01-04T23:59:59.999Z",
        "2024-02-28, 2024-03-06T23:59:59.999Z",
    })
    void anEmergencyIsToldWithinFiveWorkingDays(String from, Instant due) {
        var clock = clock("ABSENCE_REGISTERED_PERSON", Map.of("absence", "EMERGENCY", "absentFrom", from));

        assertThat(clock.limit()).isEqualTo("WITHIN_5_WORKING_DAYS");
        assertThat(clock.due()).isEqualTo(due);
    }

    @Test
    void whichLimitAppliesIsAskedWhereNobodySays() {
        var decision = Law.decide("ABSENCE_REGISTERED_PERSON", "INDEPENDENT", Map.of("absentFrom", "2026-11-16"));

        assertThat(decision.clock()).returns(null, Clock::limit).returns(null, Clock::due);
        assertThat(decision.grounds().missing()).extracting(Fact::name).containsExactly("absence");
    }

    @Test
    void withoutDelayHasNoNumberButTheProvidersOwn() {
        var clock = clock("SERIOUS_INJURY", Map.of("awareAt", "2026-11-20T10:00:00Z"));

        assertThat(clock)
                .returns("WITHOUT_DELAY", Clock::limit)
                .returns(ClockSource.STATUTE, Clock::source)
                .returns(null, Clock::due);
        assertThat(clock.target(OWN)).isEqualTo(at("2026-11-21T10:00:00Z"));
        assertThat(clock.warnings(OWN)).containsExactly(at("2026-11-20T22:00:00Z"), at("2026-11-21T05:12:00Z"));
    }

    @Test
    void aClockWhoseStartIsMissingDoesNotRun() {
        var decision = Law.decide("SERIOUS_INJURY", "INDEPENDENT", Map.of());

        assertThat(decision.clock()).returns(null, Clock::start).returns(null, Clock::startFact);
        assertThat(decision.clock().target(OWN)).isNull();
        assertThat(decision.clock().warnings(OWN)).isEmpty();
        assertThat(decision.grounds().missing()).extracting(Fact::name).containsExactly("awareAt");
    }

    @ParameterizedTest(name = "{0} with {1}={2} begins {3}")
    @CsvSource({
        "CHILD_IN_ADULT_PSYCHIATRIC_UNIT, placedAt, 2026-10-23T23:30:00Z, 2026-10-25T23:30:00Z",
        "UNAUTHORISED_ABSENCE_DETAINED_PATIENT, absentSince, 2026-05-21T17:30:00Z, 2026-05-21T23:00:00Z",
        "UNAUTHORISED_ABSENCE_DETAINED_PATIENT, absentSince, 2026-05-21T23:30:00Z, 2026-05-22T23:00:00Z",
    })
    void someDutiesBeginOnlyWhenTheEventHasLasted(String type, String fact, String start, Instant begins) {
        assertThat(clock(type, Map.of(fact, start)).start()).isEqualTo(begins);
    }

    @Test
    void aUtilityCountsFromADayAfterItFailed() {
        var facts = Map.of("cause", "UTILITY", "outageOver24Hours", "true", "occurredAt", "2026-11-20T10:00:00Z");

        assertThat(clock("EVENT_STOPS_SERVICE", facts))
                .returns("WITHOUT_DELAY_AFTER_24_HOURS", Clock::limit)
                .returns(at("2026-11-21T10:00:00Z"), Clock::start);
    }

    @Test
    void warningsOfWhatIsToldInAdvanceRunFromWhenItBecameKnown() {
        var facts = Map.of("absence", "PLANNED", "absentFrom", "2026-11-30", "awareAt", "2026-10-23T22:59:59.999Z");

        assertThat(clock("ABSENCE_REGISTERED_PERSON", facts).warnings(OWN))
                .containsExactly(at("2026-10-28T23:29:59.999Z"), at("2026-10-31T23:47:59.999Z"));
    }

    @Test
    void thereIsNothingToWarnOfWhenTheTimeHadPassedBeforeAnybodyKnew() {
        var facts = Map.of("absence", "PLANNED", "absentFrom", "2026-11-30", "awareAt", "2026-11-20T10:00:00Z");

        assertThat(clock("ABSENCE_REGISTERED_PERSON", facts).warnings(OWN)).isEmpty();
    }

    @Test
    void hoursAreHours() {
        var start = Start.of("2026-10-24T23:30:00Z");

        assertThat(Limit.of("WITHIN_48_HOURS").due(start, new WorkingDays(Set.of())))
                .isEqualTo(at("2026-10-26T23:30:00Z"));
        assertThat(Limit.of("WITHIN_24_HOURS").begins(start)).isEqualTo(at("2026-10-24T23:30:00Z"));
    }

    @Test
    void workingDaysFollowTheFirst() {
        var days = new WorkingDays(Set.of(LocalDate.of(2026, 12, 25)));

        assertThat(days.after(LocalDate.of(2026, 12, 24), 1)).isEqualTo(LocalDate.of(2026, 12, 28));
        assertThat(days.after(LocalDate.of(2026, 12, 24), 0)).isEqualTo(LocalDate.of(2026, 12, 24));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"SOON", "WITHIN_2_MONTHS", "WITHIN__DAYS", "AT_LEAST_DAYS_BEFORE", "WITHOUT_DELAY_AFTER_HOURS"})
    void aLimitThatNobodyKnowsIsRefused(String code) {
        assertThatThrownBy(() -> Limit.of(code)).isInstanceOf(IllegalArgumentException.class);
    }
}
