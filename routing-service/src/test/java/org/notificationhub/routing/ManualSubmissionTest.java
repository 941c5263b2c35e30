package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.platform.TestTokens;
import org.notificationhub.platform.browser.WebBrowser;

/** CQC told by a person: the work list, the form, and the reference that proves it. */
@QuarkusTest
class ManualSubmissionTest extends Journey {

    private static final String BY_HAND = "STATEMENT_OF_PURPOSE_CHANGE";
    private static final String CHECKED_PROVIDER = "1-199999999";

    @RegisterExtension
    final WebBrowser browser = new WebBrowser();

    @TestHTTPResource("/v1/manual-submissions/")
    String address;

    @Test
    void aPersonIsAskedToTellCqcAndTheReferenceTheyBringMeetsTheDuty() {
        receive(BY_HAND, INDEPENDENT);
        awaitStatus(NotificationStatus.ACTION_REQUIRED);
        var task = delivery().id().toString();

        list("").body("items.find { it.id == '" + task + "' }.state", equalTo("TO_DO"));
        complete(task, "  ENQ1-123  ").statusCode(200).body("state", equalTo("DONE"));

        var progress = awaitStatus(NotificationStatus.DISCHARGED);
        assertThat(progress.deliveries().get(0).reference()).isEqualTo("ENQ1-123");
        list("").body("items.id", not(hasItem(task)));
        complete(task, "ENQ1-123").statusCode(200);
        complete(task, "ENQ1-456").statusCode(409).body("code", equalTo("SUBMISSION_RECORDED"));
        assertThat(calls()).isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedMemberByMember() {
        receive(BY_HAND, INDEPENDENT);
        awaitStatus(NotificationStatus.ACTION_REQUIRED);
        var task = delivery().id().toString();

        manager()
                .body(Map.of("cqcReference", " ", "submittedAt", "2999-01-01T00:00:00Z"))
                .post("/v1/manual-submissions/" + task + "/completion")
                .then()
                .statusCode(400)
                .body("errors.code", contains("REQUIRED", "IN_FUTURE"));
        manager()
                .body(Map.of("cqcReference", "ENQ", "submittedAt", "2010-01-01T00:00:00Z"))
                .post("/v1/manual-submissions/" + task + "/completion")
                .then()
                .statusCode(400)
                .body("errors.code", contains("TOO_EARLY"));
        manager().post("/v1/manual-submissions/" + id + "/confirmation").then().statusCode(404);
        given().get("/v1/manual-submissions").then().statusCode(401);
        manager().get("/v1/manual-submissions?state=LATE&limit=0").then().statusCode(400);
    }

    @Test
    void whereTwoMustAgreeOnlyAnotherPersonsWordMeetsTheDuty() {
        receive(BY_HAND, CHECKED_PROVIDER);
        awaitStatus(NotificationStatus.ACTION_REQUIRED);
        var task = delivery().id().toString();

        act("first", task, "confirmation", Map.of()).statusCode(409).body("code", equalTo("NOTHING_TO_CHECK"));
        completeAs("first", task, "ENQ-1").statusCode(200).body("state", equalTo("TO_CHECK"));
        act("first", task, "confirmation", Map.of()).statusCode(409).body("code", equalTo("SAME_PERSON"));
        act("second", task, "rejection", Map.of("reason", "It is another one's reference."))
                .statusCode(200)
                .body("state", equalTo("TO_DO"))
                .body("recorded.sentBackBy", equalTo("second"));
        completeAs("first", task, "ENQ-2").statusCode(200).body("recorded.sentBackBecause", nullValue());
        act("second", task, "confirmation", Map.of()).statusCode(200).body("state", equalTo("DONE"));
        act("second", task, "confirmation", Map.of()).statusCode(200);

        assertThat(awaitStatus(NotificationStatus.DISCHARGED)
                        .deliveries()
                        .get(0)
                        .reference())
                .isEqualTo("ENQ-2");
    }

    @Test
    void anAmendmentTakesThePlaceOfATaskThatNobodyHasDone() {
        receive(BY_HAND, INDEPENDENT);
        awaitStatus(NotificationStatus.ACTION_REQUIRED);
        var first = delivery().id().toString();

        publish(new NotificationAmended(id, 2, NOW, content(BY_HAND, INDEPENDENT, NOW)));

        await().atMost(PATIENCE).untilAsserted(() -> read(first).body("state", equalTo("CANCELLED")));
        manager()
                .get("/v1/manual-submissions?providerId=" + INDEPENDENT + "&limit=200")
                .then()
                .body("items.findAll { it.notificationId == '" + id + "' }.version", contains(2));
        complete(first, "ENQ-1").statusCode(409).body("code", equalTo("NOT_AWAITED"));
    }

    @Test
    void whatIsAmendedAfterItWasSubmittedQuotesTheReference() {
        receive(BY_HAND, INDEPENDENT);
        awaitStatus(NotificationStatus.ACTION_REQUIRED);
        complete(delivery().id().toString(), "ENQ-77").statusCode(200);

        publish(new NotificationAmended(id, 2, NOW, content(BY_HAND, INDEPENDENT, NOW)));
        await().atMost(PATIENCE).until(() -> delivery().status() == DeliveryStatus.AWAITING_MANUAL);

        read(delivery().id().toString()).body("action", equalTo("AMEND"));
        assertThat(form(delivery().id().toString())).contains("An amendment of what CQC knows as ENQ-77.");
    }

    @Test
    void whatIsWithdrawnBeforeAnybodySubmittedItNeedsNoSubmitting() {
        receive(BY_HAND, INDEPENDENT);
        awaitStatus(NotificationStatus.ACTION_REQUIRED);
        var task = delivery().id().toString();

        publish(new NotificationWithdrawn(id, 2, NOW, "Sent by mistake", BY_HAND, INDEPENDENT));

        await().atMost(PATIENCE).untilAsserted(() -> read(task).body("state", equalTo("CANCELLED")));
    }

    @Test
    void theFormIsAPageForEverybodyAndATaggedPdf() throws IOException {
        receive(BY_HAND, INDEPENDENT);
        awaitStatus(NotificationStatus.ACTION_REQUIRED);
        var task = delivery().id().toString();
        var page = address + task + "/form";
        browser.as(managersToken());

        assertThat(browser.accessibilityFaults(page)).isEmpty();
        assertThat(WebBrowser.scrollsSideways(browser.openNarrow(page))).isFalse();
        assertThat(browser.openWithoutScript(page).textContent("main"))
                .contains("Statement of purpose revised", reference, "Not given", "HSCA_notifications@cqc.org.uk");
        assertThat(browser.complaints()).isEmpty();
        WebBrowser.keepPicture(browser.open(page), "manual-submission-form");

        var pdf = pdf(task);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Statement of purpose revised", reference);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            assertThat(document.getDocumentInformation().getTitle()).contains("Statement of purpose revised");
        }
        assertThat(pdf(task)).isEqualTo(pdf);
    }

    private String form(String task) {
        return manager()
                .accept("text/html")
                .get("/v1/manual-submissions/" + task + "/form")
                .asString();
    }

    private byte[] pdf(String task) {
        return manager()
                .accept("application/pdf")
                .get("/v1/manual-submissions/" + task + "/form")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private ValidatableResponse list(String query) {
        return manager().get("/v1/manual-submissions?limit=200" + query).then().statusCode(200);
    }

    private ValidatableResponse read(String task) {
        return manager().get("/v1/manual-submissions/" + task).then().statusCode(200);
    }

    private ValidatableResponse complete(String task, String cqcReference) {
        return completeAs("test-client", task, cqcReference);
    }

    private ValidatableResponse completeAs(String person, String task, String cqcReference) {
        var created = Instant.parse(read(task).extract().jsonPath().getString("createdAt"));
        return act(
                person,
                task,
                "completion",
                Map.of(
                        "cqcReference",
                        cqcReference,
                        "submittedAt",
                        created.truncatedTo(ChronoUnit.MICROS).toString()));
    }

    private ValidatableResponse act(String person, String task, String what, Map<String, String> body) {
        return given().auth()
                .oauth2(TestTokens.tokenOf(person, "deliveries:manage"))
                .contentType("application/json")
                .body(body)
                .post("/v1/manual-submissions/" + task + "/" + what)
                .then();
    }

    private static RequestSpecification manager() {
        return given().auth().oauth2(managersToken()).contentType("application/json");
    }

    private static String managersToken() {
        return TestTokens.token("deliveries:manage", "*");
    }
}
