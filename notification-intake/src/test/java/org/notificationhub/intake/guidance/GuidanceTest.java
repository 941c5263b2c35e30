package org.notificationhub.intake.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.intake.IntakeConfig;
import org.notificationhub.intake.content.BodyCheck;
import org.notificationhub.intake.content.NotificationTypes;

class GuidanceTest {

    private static final NotificationTypes TYPES = new NotificationTypes();
    private static final BodyCheck SCHEMA = new BodyCheck(TYPES);
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private final Guidance guidance = guidance(Guidance.read(), NOON);

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', textBlock = """
            SERIOUS_INJURY        | "details": { "injury": "OTHER", "regulatedActivity": "MATERNITY_AND_MIDWIFERY" }
            SERIOUS_INJURY        | "details": { "injury": "OTHER", "lfpse": { "location": { "ServiceArea": ["1", "19"] } } }
            SERIOUS_INJURY        | "details": { "injury": "OTHER" }, "people": [ { "code": "A" }, { "code": "B", "ageBand": "STILLBORN" } ]
            DEATH_OF_SERVICE_USER | "details": { "circumstances": "Unexpected.", "regulatedActivity": "MATERNITY_AND_MIDWIFERY" }
            ABUSE_OR_ALLEGATION   | "details": { "serviceUserIs": "AFFECTED", "regulatedActivity": "MATERNITY_AND_MIDWIFERY" }
            EVENT_STOPS_SERVICE   | "details": { "cause": "NOT_STATED", "regulatedActivity": "MATERNITY_AND_MIDWIFERY" }
            PATIENT_SAFETY_EVENT  | "details": { "lfpse": { "event": "RISK", "answers": { "RiskServiceArea": ["19"] } } }
            """)
    void whoeverNotifiesOfMaternityCareIsLedToGoodPractice(String type, String said) {
        var body = body(type, said);

        assertThat(SCHEMA.faults(body)).isEmpty();
        assertThat(guidance.after(body))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page.href()).startsWith("https://care.example/good-practice/resources/"))
                .allSatisfy(page -> assertThat(page.publisher()).isEqualTo("HUB"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"details\": { \"injury\": \"FRACTURE\" }",
                "\"details\": { \"injury\": \"FRACTURE\", \"regulatedActivity\": \"SURGICAL_PROCEDURES\" }",
                "\"details\": { \"injury\": \"FRACTURE\", \"lfpse\": { \"location\": { \"ServiceArea\": [\"1\"] } } }",
                "\"details\": { \"injury\": \"FRACTURE\", \"circumstances\": \"MATERNITY_AND_MIDWIFERY\" }"
            })
    void anyOtherInjuryIsLedNowhere(String said) {
        var body = body("SERIOUS_INJURY", said);

        assertThat(SCHEMA.faults(body)).isEmpty();
        assertThat(guidance.after(body)).isEmpty();
    }

    @Test
    void anExposureLeadsToTheRegulatorsPagesAndToTheHubsOwnAssessment() {
        var body = body(
                "IRMER_SAUE",
                "\"details\": { \"modality\": \"RADIOTHERAPY\", \"discoveredAt\": \"2026-11-18T10:00:00Z\" }");

        assertThat(guidance.after(body))
                .extracting(HelpfulPage::publisher, HelpfulPage::href)
                .contains(
                        tuple(
                                "CQC",
                                "https://www.cqc.org.uk/guidance-providers/ionising-radiation/notifying-irmer-incidents"),
                        tuple("HUB", "https://doses.example/v1/irmer/assessments"));
    }

    @Test
    void aChangeOfNameIsLedNowhere() {
        assertThat(guidance.after(body("INDIVIDUAL_NAME_CHANGE", "\"details\": {}")))
                .isEmpty();
        assertThat(guidance.after(body("NO_SUCH_TYPE", "\"details\": {}"))).isEmpty();
    }

    /** 31 March 23:30 in UTC is 1 April in London. */
    @ParameterizedTest(name = "at {0}: {1}")
    @CsvSource({
        "2026-03-31T22:59:59Z, 0",
        "2026-03-31T23:00:00Z, 1",
        "2026-10-25T23:59:59Z, 1",
        "2026-10-26T00:00:00Z, 0"
    })
    void adviceIsGivenOnItsDaysInLondon(Instant now, int pages) {
        var table = table(new Advice(
                List.of("SERIOUS_INJURY"),
                null,
                LocalDate.parse("2026-04-01"),
                LocalDate.parse("2026-10-25"),
                List.of(new Advice.Link("A page", "/resources/a", null, null, null))));

        assertThat(guidance(table, now).after(body("SERIOUS_INJURY", "\"details\": {}")))
                .hasSize(pages);
    }

    @Test
    void aTableThatCannotBeUsedStopsTheStart() {
        var nowhere = List.of(new Advice.Link("A page", null, null, null, null));
        var from = LocalDate.parse("2026-04-01");

        assertThatThrownBy(() -> guidance(table(new Advice(List.of("BAD_DAY"), null, from, null, List.of())), NOON))
                .hasMessageContaining("names a type there is not: BAD_DAY");
        assertThatThrownBy(() ->
                        guidance(table(new Advice(List.of("SERIOUS_INJURY"), "RAIN", from, null, List.of())), NOON))
                .hasMessageContaining("names an unknown condition: RAIN");
        assertThatThrownBy(
                        () -> guidance(table(new Advice(List.of("SERIOUS_INJURY"), null, from, null, nowhere)), NOON))
                .hasMessageContaining("leads nowhere, or to several places");
    }

    private static Guidance guidance(Guidance.Table table, Instant now) {
        return new Guidance(table, TYPES, new Addresses(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Guidance.Table table(Advice advice) {
        return new Guidance.Table("", Map.of(), List.of(advice));
    }

    private static JsonNode body(String type, String said) {
        try {
            return new ObjectMapper().readTree("""
                    { "type": "%s", "reference": "INC-1", "provider": { "id": "RJ1" },
                      "awareAt": "2026-11-20T10:00:00Z", %s }""".formatted(type, said));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final class Addresses implements IntakeConfig.Guidance {
        @Override
        public URI catalogueUrl() {
            return URI.create("https://care.example/good-practice/");
        }

        @Override
        public URI analyticsUrl() {
            return URI.create("https://doses.example");
        }
    }
}
