package org.notificationhub.intake.lfpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.intake.lfpse.Events.LFPSE;
import static org.notificationhub.intake.lfpse.Events.answering;
import static org.notificationhub.intake.lfpse.Events.flagged;
import static org.notificationhub.intake.lfpse.Events.harming;
import static org.notificationhub.intake.lfpse.Events.incident;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.WireJson;
import org.notificationhub.intake.content.BodyCheck;
import org.notificationhub.intake.content.ContentRules;
import org.notificationhub.intake.content.NotificationTypes;
import org.notificationhub.lfpse.Answers;
import org.notificationhub.lfpse.EventBlock;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.LfpseEvent;

class NotifiedEventTest {

    private static final Instant HEARD = Instant.parse("2026-11-20T12:00:00Z");
    private static final NotificationTypes TYPES = new NotificationTypes();
    private static final BodyCheck SCHEMAS = new BodyCheck(TYPES);

    static Stream<Arguments> kinds() {
        var event = incident("RJ1");
        var mind = event.withPeople(List.of(Answers.none()
                .with("PatientSequence", 1)
                .with("PhysicalHarm", "5")
                .with("PsychologicalHarm", "1")));
        return Stream.of(
                Arguments.of("little harm", event, "PATIENT_SAFETY_EVENT", List.of()),
                Arguments.of("moderate harm", harming(event, "3"), "PATIENT_SAFETY_EVENT", List.of()),
                Arguments.of("severe harm", harming(event, "4", "2"), "SERIOUS_INJURY", List.of()),
                Arguments.of("severe harm to the mind", mind, "SERIOUS_INJURY", List.of()),
                Arguments.of("fatal", harming(event, "1"), "DEATH_OF_SERVICE_USER", List.of()),
                Arguments.of("one dead, one injured", harming(event, "2", "1"), "DEATH_OF_SERVICE_USER", List.of("2")),
                Arguments.of("flagged as a death", flagged(event, "1"), "DEATH_OF_SERVICE_USER", List.of()),
                Arguments.of("flagged as abuse", flagged(event, "3"), "ABUSE_OR_ALLEGATION", List.of()),
                Arguments.of("flagged as an injury", flagged(event, "2"), "SERIOUS_INJURY", List.of()),
                Arguments.of("flagged as a stopped service", flagged(event, "4"), "EVENT_STOPS_SERVICE", List.of()),
                Arguments.of(
                        "flagged for all",
                        flagged(event, "4", "3", "2", "1"),
                        "DEATH_OF_SERVICE_USER",
                        List.of("3", "2", "4")),
                Arguments.of(
                        "flagged as abuse, and fatal",
                        flagged(harming(event, "1"), "3"),
                        "ABUSE_OR_ALLEGATION",
                        List.of("1")),
                Arguments.of(
                        "not flagged, criterion or not",
                        answering(event, "CqcNotify", false),
                        "PATIENT_SAFETY_EVENT",
                        List.of()),
                Arguments.of(
                        "a death to look into",
                        answering(outcome(), "OutcomeType", "1"),
                        "DEATH_OF_SERVICE_USER",
                        List.of()),
                Arguments.of("another outcome", outcome(), "PATIENT_SAFETY_EVENT", List.of()),
                Arguments.of("good care", LfpseEvent.of(EventType.GOOD_CARE), "PATIENT_SAFETY_EVENT", List.of()),
                Arguments.of("a risk", LfpseEvent.of(EventType.RISK), "PATIENT_SAFETY_EVENT", List.of()));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("kinds")
    void whatIsFlaggedForCqcElseTheHarmDecidesTheType(
            String what, LfpseEvent event, String type, List<String> tellApart) {
        var notified = NotifiedEvent.first(event, "RJ1");

        assertThat(notified.type()).isEqualTo(type);
        assertThat(notified.apart()).extracting(Criterion::code).isEqualTo(tellApart);
        assertThat(SCHEMAS.faults(notified.body(HEARD))).isEmpty();
        assertThat(new ContentRules(TYPES).faults(notified.body(HEARD), HEARD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "outcome"})
    void aSampleBecomesANotificationThatHoldsAllOfIt(String sample) {
        var event = LFPSE.read(Events.sample(sample)).event();

        var body = NotifiedEvent.first(event, "RJ1").body(HEARD);

        assertThat(LFPSE.validate(Events.sample(sample))).isEmpty();
        assertThat(SCHEMAS.faults(body)).isEmpty();
        assertThat(EventBlock.read(body.at("/details/lfpse"))).isEqualTo(event);
    }

    @Test
    void whatIsToldOfAnIncidentIsWhatItSays() throws IOException {
        var body = NotifiedEvent.first(harming(incident("RJ1").withReference("LRMS-1"), "2"), "RJ1")
                .body(HEARD);

        body.with("details").remove("lfpse");
        assertThat(body).isEqualTo(json("""
                { "type": "SERIOUS_INJURY", "reference": "LRMS-1", "provider": { "id": "RJ1" },
                  "occurredAt": "2026-11-20T06:40:00.000Z", "awareAt": "2026-11-20T06:40:00.000Z",
                  "summary": "Inpatient slipped beside the bed; graze to left elbow.",
                  "people": [ { "code": "patient-1", "role": "SERVICE_USER", "ageBand": "65-74" } ],
                  "details": { "injury": "NOT_STATED",
                               "circumstances": "Inpatient slipped beside the bed; graze to left elbow." } }"""));
    }

    @Test
    void aDeathWithoutADescriptionSaysThatNothingIsStated() {
        var event = answering(harming(incident("RJ1"), "1"), "Description");

        var details = NotifiedEvent.first(event, "RJ1").body(HEARD).get("details");

        assertThat(details.get("circumstances").textValue()).startsWith("Not stated");
        assertThat(details.get("naturalCourse").booleanValue()).isFalse();
    }

    @Test
    void whetherADeathWasNaturalIsLeftOpenWhereTheReporterThinksThatTheIncidentDidNotCauseIt() {
        var event = harming(incident("RJ1"), "1");
        var unrelated = event.withPeople(List.of(event.people().get(0).with("StrengthOfAssociation", "3")));

        assertThat(NotifiedEvent.first(unrelated, "RJ1")
                        .body(HEARD)
                        .get("details")
                        .has("naturalCourse"))
                .isFalse();
        assertThat(NotifiedEvent.first(flagged(unrelated, "1"), "RJ1")
                        .body(HEARD)
                        .at("/details/naturalCourse")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void aLongDescriptionIsCutWhereANotificationEndsAndKeptWholeForLfpse() {
        var whole = "😀".repeat(4001);

        var body = NotifiedEvent.first(answering(incident("RJ1"), "Description", whole), "RJ1")
                .body(HEARD);

        assertThat(SCHEMAS.faults(body)).isEmpty();
        assertThat(body.get("summary").textValue()).endsWith("😀 …");
        assertThat(body.at("/details/lfpse/answers/Description").textValue()).isEqualTo(whole);
    }

    @Test
    void anEventWithoutAnIdentifierIsKnownByWhatItSays() {
        var event = incident("RJ1");
        var reference = NotifiedEvent.first(event, "RJ1").reference();

        assertThat(reference).matches("LFPSE-[0-9a-f]{40}");
        assertThat(NotifiedEvent.first(incident("RJ1"), "RJ1").reference()).isEqualTo(reference);
        assertThat(NotifiedEvent.first(harming(event, "3"), "RJ1").reference()).isNotEqualTo(reference);
        assertThat(NotifiedEvent.first(event, "RGT").reference()).isNotEqualTo(reference);
    }

    @Test
    void whatAPersonHasAddedStaysWhereLfpseAsksNothing() {
        var event = harming(incident("RJ1"), "2");
        var before = NotifiedEvent.first(event, "RJ1").body(HEARD);
        before.with("details").put("injury", "FRACTURE");
        before.with("provider").put("locationId", "RJ122");
        before.put("awareAt", "2026-11-20T09:00:00Z");

        var after = NotifiedEvent.first(answering(event, "LevelOfConcern", "5"), "RJ1")
                .body(content(before));

        assertThat(after.at("/details/injury").textValue()).isEqualTo("FRACTURE");
        assertThat(after.at("/provider/locationId").textValue()).isEqualTo("RJ122");
        assertThat(Instant.parse(after.get("awareAt").textValue())).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(after.at("/details/lfpse/answers/LevelOfConcern").textValue())
                .isEqualTo("5");
        assertThat(SCHEMAS.faults(after)).isEmpty();
    }

    @Test
    void anEventThatWasAtAnotherTimeStartsItsClockAnew() {
        var event = harming(incident("RJ1"), "2");
        var before = NotifiedEvent.first(event, "RJ1").body(HEARD);

        var after = NotifiedEvent.first(event.withDate("2026-11-19"), "RJ1").body(content(before));

        assertThat(Instant.parse(after.get("awareAt").textValue())).isEqualTo("2026-11-19T06:40:00Z");
    }

    @ParameterizedTest(name = "{0} days: {1}")
    @CsvSource({"0, <1", "371, <1", "372, 1-4", "6695, 16-17", "6696, 18-24", "18600, 45-54", "40000, 85+"})
    void anAgeIsToldAsTheBandOfCqcsForms(int days, String band) {
        var event = incident("RJ1").withPeople(List.of(Answers.none().with("AgeAtTimeOfIncidentDays", days)));

        assertThat(AffectedPeople.of(event).at("/0/ageBand").textValue()).isEqualTo(band);
    }

    @ParameterizedTest(name = "{0} {1} {2}: exactly {3}, at the earliest {4}")
    @CsvSource({
        "2026-11-20T06:40:00+01:00, ,          ,         2026-11-20T05:40:00Z, 2026-11-20T05:40:00Z",
        "2026-07-20,                ,          06:40:00, 2026-07-20T05:40:00Z, 2026-07-20T05:40:00Z",
        "2026-07-20,                ,          ,         ,                     2026-07-19T23:00:00Z",
        ",                          TodaysDate,06:40:00, 2026-11-20T06:40:00Z, 2026-11-20T06:40:00Z",
        ",                          ApproximateDate,,    ,                     2026-11-01T00:00:00Z",
        "2026,                      ,          ,         ,                     2026-01-01T00:00:00Z",
        ",                          ,          ,         ,",
    })
    void anEventIsAsOldAsItSaysAndTheClockRunsFromTheEarliestMoment(
            String date, String question, String time, Instant exact, Instant earliest) {
        var event = LfpseEvent.of(EventType.INCIDENT).withDate(date);
        if (question != null) {
            event = answering(event, question, question.equals("TodaysDate") ? "2026-11-20" : "2026-11");
        }
        if (time != null) {
            event = answering(event, "PreciseTime", time);
        }

        assertThat(EventTime.of(event)).isEqualTo(new EventTime(exact, earliest));
    }

    private static LfpseEvent outcome() {
        return LFPSE.read(Events.sample("outcome")).event();
    }

    private static NotificationContent content(ObjectNode body) {
        try {
            return WireJson.tolerantReader().treeToValue(body, NotificationContent.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode json(String text) throws IOException {
        return WireJson.tolerantReader().readTree(text);
    }
}
