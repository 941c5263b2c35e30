package org.notificationhub.routing.delivery.lfpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.notificationhub.routing.delivery.Dispatches.amendment;
import static org.notificationhub.routing.delivery.Dispatches.content;
import static org.notificationhub.routing.delivery.Dispatches.submission;
import static org.notificationhub.routing.delivery.Dispatches.withBlock;
import static org.notificationhub.routing.delivery.Dispatches.withdrawal;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.routing.delivery.Answer.Accepted;
import org.notificationhub.routing.delivery.Answer.CqcFlag;
import org.notificationhub.routing.delivery.Answer.NoAnswer;
import org.notificationhub.routing.delivery.Answer.Rejected;
import org.notificationhub.routing.delivery.Answer.TryLater;
import org.notificationhub.routing.delivery.AuthorityHttp;
import org.notificationhub.routing.delivery.AuthorityStub;
import org.notificationhub.routing.delivery.ChannelConfig;
import org.notificationhub.routing.delivery.Dispatches;
import org.notificationhub.routing.delivery.destination.Sign;

class LfpseChannelTest {

    private static final String FHIR = "application/fhir+json";
    private static final Lfpse LFPSE =
            LfpseLanguage.of(ChannelConfig.at(URI.create("http://localhost")).lfpse());

    private static final String STORED = """
            {"resourceType": "AdverseEvent", "id": "ev-1", "meta": {"versionId": "3"},
             "extension": [
               {"url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/adverse-event-reference-metadata-6",
                "extension": [{"url": "DataSharingOptOut", "valueBoolean": false},
                              {"url": "ReferenceNumber", "valueString": "PSE-77"}]},
               {"url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/adverse-event-core-6",
                "extension": [{"url": "Description", "valueString": "PSE-00"}]}]}
            """;

    private static final CqcFlag UNFLAGGED = new CqcFlag(false, null);

    private AuthorityStub lfpse;
    private LfpseChannel channel;

    @BeforeEach
    void start() throws IOException {
        lfpse = new AuthorityStub();
        channel = channel(Map.of());
    }

    private LfpseChannel channel(Map<String, String> settings) {
        var config = ChannelConfig.at(lfpse.url(), settings);
        return new LfpseChannel(config, new AuthorityHttp(Clock.systemUTC()), LfpseLanguage.of(config.lfpse()));
    }

    @AfterEach
    void stop() {
        lfpse.close();
    }

    @Test
    void aSubmissionIsPostedUnderTheSubscriptionKey() {
        lfpse.answers(201, FHIR, STORED);

        channel.send(submission());

        var request = lfpse.request();
        assertThat(request.method() + " " + request.path()).isEqualTo("POST /adverse-event/fhir/AdverseEvent");
        assertThat(request.header("Ocp-Apim-Subscription-Key")).isEqualTo("key-of-the-test");
        assertThat(request.header("Content-Type")).isEqualTo(FHIR);
        assertThat(request.header("X-Request-ID")).isEqualTo(Dispatches.DELIVERY.toString());
        assertThat(request.header("X-Correlation-ID")).isEqualTo("corr-1");
        assertThat(request.header("traceparent")).isEqualTo(Dispatches.TRACE);
        assertThat(request.body()).isEqualTo(LFPSE.write(ReportedEvent.of(submission())));
    }

    @Test
    void pathsVersionCodesAndContentTypeAreSettings() {
        lfpse.answers(201, FHIR, STORED);
        var asSet = channel(Map.of(
                "hub.lfpse.events-path", "/v5/AdverseEvent",
                "hub.lfpse.taxonomy", "5",
                "hub.lfpse.event-codes.incident", "77",
                "hub.lfpse.content-type", "application/json"));

        asSet.send(submission());

        assertThat(lfpse.request().path()).isEqualTo("/v5/AdverseEvent");
        assertThat(lfpse.request().header("Content-Type")).isEqualTo("application/json");
        assertThat(lfpse.request().body()).contains("patient-safety-adverse-event-5", "\"77\"");
    }

    @Test
    void whatLfpseWouldRefuseIsNotSentAndRememberedByItsRules() {
        var invalid = withBlock(content("ABUSE_OR_ALLEGATION"), """
                {"answers": {"SafetyChallenges": ["1"], "RadiotherapyIncidentCode": "Jane Doe"},
                 "people": [{"PhysicalHarm": "1", "PsychologicalHarm": "1"}]}""");

        var answer = channel.send(submission(invalid, "3"));

        assertThat(answer).isInstanceOf(Rejected.class);
        assertThat(answer.sign()).isEqualTo(Sign.NONE);
        assertThat(answer.because())
                .startsWith("LFPSE_RULES ")
                .contains("radiotherapy-code at ", "fatal-has-no-psychological-harm at ")
                .doesNotContain("Jane");
        assertThat(lfpse.requests()).isEmpty();
    }

    /** LfPSE's form asks only about an Incident whether CQC is to be told. */
    @Test
    void whatCannotBeFlaggedForCqcIsKnownToBeUnflaggedWhateverTheAnswerShows() {
        lfpse.answers(200, FHIR, "{\"resourceType\": \"OperationOutcome\", \"id\": \"ev-1\", \"issue\": []}");
        var outcome = withBlock(content("DEATH_OF_SERVICE_USER"), "{\"event\": \"OUTCOME\"}");

        assertThat(channel.send(submission(outcome, "1")))
                .isEqualTo(new Accepted("ev-1", "ev-1", null, List.of(), UNFLAGGED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/%s-6",
                "https://psims-uat.azure-api.net/taxonomy/fhir/StructureDefinition/%s-5"
            })
    void theReferenceIsFoundWhereverItStandsAndWhateverItsVersion(String url) {
        lfpse.answers(201, FHIR, STORED.replaceAll("https.*/(.*)-6", url.formatted("$1")));

        assertThat(channel.send(submission())).isEqualTo(new Accepted("PSE-77", "ev-1", "3", List.of(), UNFLAGGED));
    }

    @Test
    void whatIsStoredTellsHowItIsFlaggedForCqc() {
        lfpse.answers(201, FHIR, """
                {"resourceType": "AdverseEvent", "id": "ev-1", "extension": [
                   {"url": "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/adverse-event-governance-6",
                    "extension": [{"url": "CqcNotify", "valueBoolean": true}, {"url": "CqcCriteria", "valueCode": "2"}]}]}
                """);

        assertThat(channel.send(submission()))
                .isEqualTo(new Accepted("ev-1", "ev-1", null, List.of(), new CqcFlag(true, "2")));
    }

    @Test
    void anAmendmentIsPutUnderTheKnownId() {
        lfpse.answers(200, FHIR, STORED);

        assertThat(channel.send(amendment("ev-1"))).isInstanceOf(Accepted.class);
        assertThat(lfpse.request().method() + " " + lfpse.request().path())
                .isEqualTo("PUT /adverse-event/fhir/AdverseEvent/ev-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 404, 410})
    void aWithdrawalIsDoneWhenTheEventIsNotThere(int status) {
        lfpse.answers(status, FHIR, "");

        assertThat(channel.send(withdrawal("ev-1"))).isEqualTo(new Accepted("ev-1", "ev-1", null, List.of(), null));
        assertThat(lfpse.request().method() + " " + lfpse.request().path())
                .isEqualTo("DELETE /adverse-event/fhir/AdverseEvent/ev-1");
    }

    @Test
    void whatWasNeverAcceptedCannotBeChanged() {
        assertThatThrownBy(() -> channel.send(amendment(null))).isInstanceOf(IllegalArgumentException.class);
        assertThat(lfpse.requests()).isEmpty();
    }

    @Test
    void anOutcomeOnSuccessIsAnAcceptanceWithWarnings() {
        lfpse.answers(200, FHIR, """
                {"resourceType": "OperationOutcome", "id": "ev-1", "issue": [
                  {"severity": "warning", "code": "business-rule",
                   "details": {"coding": [{"code": "LevelOfConcern-missing"}], "text": "Jane Doe"}}]}
                """);

        assertThat(channel.send(submission()))
                .isEqualTo(new Accepted("ev-1", "ev-1", null, List.of("LevelOfConcern-missing"), null));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"resourceType": "AdverseEvent"}                                                  | HTTP_201 WITHOUT_ID
            {"resourceType": "OperationOutcome", "issue": [{"severity": "information"}]}      | HTTP_201 WITHOUT_ID
            {"resourceType": "OperationOutcome", "id": "1", "issue": [{"severity": "fatal"}]} | HTTP_201 WITH_ERRORS
            <html>Sign in to the hospital network</html>                                      | HTTP_201 UNREADABLE
            ''                                                                                | HTTP_201 UNREADABLE
            [7]                                                                               | HTTP_201 UNREADABLE
            """)
    void aSuccessWithoutProofProvesNothing(String body, String because) {
        lfpse.answers(201, FHIR, body);

        assertThat(channel.send(submission())).isEqualTo(new NoAnswer(because));
    }

    @Test
    void aRefusalIsRememberedByItsCodes() {
        lfpse.answers(400, FHIR, """
                {"resourceType": "OperationOutcome", "issue": [
                  {"severity": "error", "code": "business-rule",
                   "details": {"coding": [{"code": "PSIMS-12"}], "text": "Jane Doe is not a code"}},
                  {"severity": "error", "code": "structure", "diagnostics": "found Jane Doe"},
                  {"severity": "error", "details": {"coding": [{"code": "Jane Doe"}]}},
                  {"severity": "error", "details": {"coding": [{"code": "9434765919"}]}}]}
                """);

        assertThat(channel.send(submission())).isEqualTo(new Rejected("HTTP_400 PSIMS-12 structure"));
    }

    @Test
    void theGatewaysRefusalNeedNotBeFhir() {
        lfpse.answers(401, "application/json", "{\"statusCode\": 401, \"message\": \"Access denied\"}");

        assertThat(channel.send(submission())).isEqualTo(new Rejected("HTTP_401"));
    }

    @Test
    void theGatewaysTroubleNeedNotBeJson() {
        lfpse.answers(502, "text/html", "<html><h1>502 Bad Gateway</h1></html>");

        assertThat(channel.send(submission())).isEqualTo(new TryLater("HTTP_502", null));
    }

    @Test
    void theGatewaysTimeOutMayHaveBeenStored() {
        lfpse.answers(504, "text/html", "<html><h1>504 Gateway Time-out</h1></html>");

        assertThat(channel.send(submission())).isEqualTo(new NoAnswer("HTTP_504"));
    }

    @Test
    void tooManyIsTriedWhenItSays() {
        lfpse.answers(429, "application/json", "{}", Map.of("Retry-After", "17"));

        assertThat(channel.send(submission())).isEqualTo(new TryLater("HTTP_429", Duration.ofSeconds(17), Sign.BUSY));
    }

    @Test
    void silenceIsNoAnswer() {
        lfpse.staysSilent();

        assertThat(channel.send(submission())).isEqualTo(new NoAnswer("NO_ANSWER_IN_TIME"));
    }

    @Test
    void nobodyThereIsTriedLater() {
        lfpse.close();

        assertThat(channel.send(submission())).isEqualTo(new TryLater("CONNECTION_REFUSED", null));
    }
}
