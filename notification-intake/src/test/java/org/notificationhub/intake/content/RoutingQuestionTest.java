package org.notificationhub.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.intake.content.Bodies.TYPES;
import static org.notificationhub.intake.content.Bodies.exposure;
import static org.notificationhub.intake.content.Bodies.injury;
import static org.notificationhub.intake.content.Bodies.json;
import static org.notificationhub.intake.content.Bodies.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingQuestionTest {

    private static final RoutingQuestion QUESTION = new RoutingQuestion(TYPES, new BodyCheck(TYPES));

    static List<JsonNode> examples() {
        return Bodies.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void routingIsAskedAboutEveryExample(JsonNode example) {
        assertThat(QUESTION.about(example)).isPresent();
    }

    @Test
    void theQuestionSaysWhoWhenAndWhichFacts() {
        var body = with(injury(), "/details/circumstances", "\"She fell.\"");
        with(body, "/details/pressureSoreGrade", "3");

        assertThat(QUESTION.about(body)).contains(json("""
                { "type": "SERIOUS_INJURY", "provider": { "country": "ENGLAND", "id": "RJ1" }, "on": "2026-11-20",
                  "awareAt": "2026-11-20T10:00:00.000Z", "facts": { "injury": "FRACTURE", "pressureSoreGrade": 3 } }"""));
    }

    @Test
    void anEmployerIsAskedAboutWithoutItsCode() {
        var body = with(exposure(), "/provider", "{ \"employer\": \"EMP-0042\" }");

        assertThat(about(body).get("provider")).isEqualTo(json("{}"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        DEATH_OF_SERVICE_USER                 | regulatedActivity, place, naturalCourse, detained, afterTermination, endOfLifeCare, serviceStartedOn, lastSeenAt, relatedReference, policeInvolved
        DEATH_OF_DETAINED_PATIENT             | regulatedActivity, liability, place, safetyIncident, localReference, policeInvolved
        UNAUTHORISED_ABSENCE_DETAINED_PATIENT | regulatedActivity, unitSecurity, absence, absentSince, pastMidnight, policeInvolved
        DOLS_OUTCOME                          | regulatedActivity, application, outcome, outcomeOn, appliedOn, appliedBy, authorisedUntil
        POLICE_INCIDENT                       | regulatedActivity, involvement, moreSpecificType, reportedAt
        EVENT_STOPS_SERVICE                   | regulatedActivity, cause, utility, outageHours, restoredAt, expectedRestoredAt, peopleAffected, peopleMoved
        """)
    void theFactsOfATypeAreItsCodesNumbersTimesAndReferences(String type, String facts) {
        assertThat(RoutingQuestion.facts(TYPES.schemaOf(type))).containsExactly(facts.split(", "));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
        injury           | "Mrs Jones fell"
        pressureSoreGrade| "Mrs Jones"
        serviceStartedOn | "when Mrs Jones came"
        knownRisk        | "Mrs Jones knew"
        place            | { "name": "Mrs Jones" }
        """)
    void whatHasTheWrongFormIsNotSent(String fact, String value) {
        var body = with(injury(), "/details/" + fact, value);

        assertThat(about(body).toString()).doesNotContain("Jones");
    }

    @Test
    void aReferenceThatIdentifiesAPersonIsNotSent() {
        var body = Bodies.examples("DEATH_OF_DETAINED_PATIENT")
                .findFirst()
                .orElseThrow()
                .<ObjectNode>deepCopy();
        with(body, "/details/localReference", "\"943 476 5919\"");

        assertThat(about(body).get("facts").has("localReference")).isFalse();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
        /type             | "BAD_DAY"
        /type             | 7
        /provider         | {}
        /provider         | "RJ1"
        /provider/id      | "R J 1 !"
        /provider/country | "FRANCE"
        """)
    void whereTypeOrProviderCannotBeToldNothingIsAsked(String pointer, String value) {
        assertThat(QUESTION.about(with(injury(), pointer, value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{}", "{ \"type\": \"IRMER_SAUE\", \"provider\": [] }"})
    void aboutWhatIsNoNotificationNothingIsAsked(String body) {
        assertThat(QUESTION.about(json(body))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "2026-06-30T23:30:00Z, 2026-07-02T10:00:00Z, 2026-07-01",
        "yesterday, 2026-01-31T23:30:00Z, 2026-01-31",
        "yesterday, today,"
    })
    void theLawIsThatOfTheDayInLondonItHappenedOrBecameKnown(String occurredAt, String awareAt, String on) {
        var body = with(injury(), "/occurredAt", "\"" + occurredAt + "\"");
        with(body, "/awareAt", "\"" + awareAt + "\"");

        assertThat(about(body).path("on").textValue()).isEqualTo(on);
    }

    private static JsonNode about(JsonNode body) {
        return QUESTION.about(body).orElseThrow();
    }
}
