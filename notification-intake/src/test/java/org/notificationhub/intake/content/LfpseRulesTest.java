package org.notificationhub.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.notificationhub.intake.content.Bodies.TYPES;
import static org.notificationhub.intake.content.Bodies.injury;
import static org.notificationhub.intake.content.Bodies.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.http.Fault;

/** What a sender has for LfPSE, in {@code details.lfpse}. */
class LfpseRulesTest {

    private static final BodyCheck SCHEMA = new BodyCheck(TYPES);

    private final LfpseRules rules = new LfpseRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEATH_OF_SERVICE_USER",
                "DEATH_OF_DETAINED_PATIENT",
                "DEATH_AFTER_TERMINATION_OF_PREGNANCY",
                "SERIOUS_INJURY",
                "ABUSE_OR_ALLEGATION",
                "EVENT_STOPS_SERVICE",
                "IRMER_SAUE"
            })
    void isTakenWithEveryTypeThatLfpseTakes(String type) {
        var body = Bodies.examples(type).findFirst().orElseThrow().<ObjectNode>deepCopy();

        assertThat(SCHEMA.faults(with(body, "/details/lfpse", "{ \"answers\": { \"LevelOfConcern\": \"5\" } }")))
                .isEmpty();
    }

    @Test
    void isTakenWithNoOther() {
        var body = Bodies.examples("INSOLVENCY").findFirst().orElseThrow().<ObjectNode>deepCopy();

        assertThat(SCHEMA.faults(with(body, "/details/lfpse", "{}")))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/details/lfpse", "UNKNOWN_MEMBER"));
    }

    @ParameterizedTest(name = "{0}: {2} at {1}")
    @CsvSource(delimiter = '|', textBlock = """
            { "answers": { "Zebra": "1" } }              | /answers/Zebra              | UNKNOWN_MEMBER
            { "answers": { "LevelOfConcern": "2" } }     | /answers/LevelOfConcern     | NOT_A_CODE
            { "answers": { "InvolvedAgents": "10" } }    | /answers/InvolvedAgents     | WRONG_TYPE
            { "answers": { "InvolvedAgents": ["99"] } }  | /answers/InvolvedAgents/0   | NOT_A_CODE
            { "people": [{ "AgeBracket": 7 }] }          | /people/0/AgeBracket        | WRONG_TYPE
            { "event": "MISHAP" }                        | /event                      | NOT_A_CODE
            """)
    void hasTheFormOfTheTaxonomy(String block, String pointer, String code) {
        assertThat(SCHEMA.faults(with(injury(), "/details/lfpse", block)))
                .extracting(Fault::pointer, Fault::code)
                .contains(tuple("/details/lfpse" + pointer, code));
    }

    @Test
    void everyRuleThatIsBrokenIsPointedAtAtOnce() {
        var body = with(injury(), "/details/lfpse", """
                { "answers": { "RadiotherapyIncidentCode": "1", "SafetyChallenges": ["2"], "HealthcareProcess": "1",
                               "StrengthsOfCare": "Quick." },
                  "people": [{ "PhysicalHarm": "5" }, { "PhysicalHarm": "1", "PsychologicalHarm": "4" }] }""");

        assertThat(SCHEMA.faults(body)).isEmpty();
        assertThat(rules.faults(body))
                .extracting(Fault::pointer, Fault::code)
                .containsExactlyInAnyOrder(
                        tuple("/details/lfpse/answers/RadiotherapyIncidentCode", "LFPSE_RADIOTHERAPY_CODE"),
                        tuple("/details/lfpse/answers/HowFutureOccurrence", "LFPSE_REQUIRED"),
                        tuple("/details/lfpse/people/1/PsychologicalHarm", "LFPSE_FATAL_HAS_NO_PSYCHOLOGICAL_HARM"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ \"answers\": { \"IncidentOccurredToday\": \"y\" } }",
                "{ \"answers\": { \"IncidentOccurredToday\": \"u\" } }",
                "{ \"answers\": { \"YellowCardReference\": \"YC-1\", \"RiskTheme\": [\"1\"] } }",
                "{ \"location\": { \"LocationKnown\": \"y\" } }",
                "{ \"people\": [{ \"PhysicalHarm\": \"2\" }] }"
            })
    void whatTheHubAddsIsNotMissed(String block) {
        var body = with(injury(), "/details/lfpse", block);

        assertThat(SCHEMA.faults(body)).isEmpty();
        assertThat(rules.faults(body)).isEmpty();
    }

    @Test
    void whatIsNoIncidentIsNotMadeOne() {
        var body = with(
                injury(),
                "/details/lfpse",
                "{ \"event\": \"OUTCOME\", \"answers\": { \"YellowCardReference\": \"YC-1\" } }");

        assertThat(rules.faults(body))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/details/lfpse/answers/InvolvedAgents", "LFPSE_REQUIRED"));
    }

    @Test
    void isSearchedForWhatIdentifiesAPerson() {
        var body = with(
                injury(),
                "/details/lfpse",
                "{ \"people\": [{ \"ClinicalOutcome\": \"Seen; NHS no. 943 476 5919\" }] }");

        assertThat(new IdentifyingData().faults(body))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/details/lfpse/people/0/ClinicalOutcome", "NHS_NUMBER"));
    }
}
