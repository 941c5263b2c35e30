package org.notificationhub.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.notificationhub.intake.content.Bodies.TYPES;
import static org.notificationhub.intake.content.Bodies.examples;
import static org.notificationhub.intake.content.Bodies.exposure;
import static org.notificationhub.intake.content.Bodies.injury;
import static org.notificationhub.intake.content.Bodies.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.http.Fault;

class ContentRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final ContentRules rules = new ContentRules(TYPES);

    @Test
    void timesInTheirOrderAreAccepted() {
        assertThat(rules.faults(injury(), NOW)).isEmpty();
        assertThat(rules.faults(exposure(), NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/awareAt", "/occurredAt", "/lfpse/acceptedAt", "/cqc/notifiedAt"})
    void aTimeThatLiesAheadIsRefused(String pointer) {
        assertThat(rules.faults(with(injury(), pointer, "\"2126-11-20T10:00:00Z\""), NOW))
                .contains(new Fault(pointer, "IN_THE_FUTURE", "Use a time that has passed; this one lies ahead"));
    }

    @Test
    void aDiscoveryThatLiesAheadIsRefused() {
        assertThat(rules.faults(with(exposure(), "/details/discoveredAt", "\"2026-11-24T10:00:00Z\""), NOW))
                .extracting(Fault::pointer)
                .containsExactly("/details/discoveredAt");
    }

    @ParameterizedTest(name = "{0}: {1} faults")
    @CsvSource({"2026-11-23T12:05:00Z, 0", "2026-11-23T13:05:00+01:00, 0", "2026-11-23T12:05:00.001Z, 1"})
    void aSendersClockMayRunFiveMinutesAhead(String awareAt, int faults) {
        assertThat(rules.faults(with(injury(), "/awareAt", "\"" + awareAt + "\""), NOW))
                .hasSize(faults);
    }

    @Test
    void nobodyIsAwareBeforeTheEvent() {
        assertThat(rules.faults(with(injury(), "/awareAt", "\"2026-11-20T09:14:59Z\""), NOW))
                .containsExactly(new Fault("/awareAt", "TOO_EARLY", "Use a time no earlier than that in /occurredAt"));
    }

    @Test
    void offsetsCountWhenTimesAreCompared() {
        assertThat(rules.faults(with(injury(), "/awareAt", "\"2026-11-20T08:20:00-01:00\""), NOW))
                .isEmpty();
    }

    @Test
    void nothingComesBeforeAnEventWithoutAMoment() {
        assertThat(rules.faults(with(injury(), "/occurredAt", null), NOW)).isEmpty();
    }

    @Test
    void aPlannedAbsenceLiesAheadAndEndsAfterItBegan() {
        var planned = absence("2027-01-04", "2027-03-01");
        var backwards = absence("2027-01-04", "2027-01-03");

        assertThat(rules.faults(planned, NOW)).isEmpty();
        assertThat(rules.faults(backwards, NOW))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/details/expectedReturnOn", "TOO_EARLY"));
    }

    @ParameterizedTest(name = "sent at {0}: {1} faults")
    @CsvSource({"2026-07-10T22:54:00Z, 1", "2026-07-10T23:00:00Z, 0"})
    void aDayThatHasComeIsADayInLondon(Instant now, int faults) {
        var body = (ObjectNode) examples("NOMINATED_INDIVIDUAL_CHANGE")
                .findFirst()
                .orElseThrow()
                .deepCopy();
        body.put("type", "RETURN_REGISTERED_PERSON");
        body.put("awareAt", "2026-07-01T09:00:00Z");
        with(body, "/details", "{ \"person\": \"REGISTERED_MANAGER\", \"returnedOn\": \"2026-07-11\" }");

        assertThat(rules.faults(body, now)).hasSize(faults);
    }

    private static ObjectNode absence(String from, String until) {
        var body = (ObjectNode)
                examples("ABSENCE_REGISTERED_PERSON").findFirst().orElseThrow().deepCopy();
        with(body, "/details/absentFrom", "\"" + from + "\"");
        return with(body, "/details/expectedReturnOn", "\"" + until + "\"");
    }
}
