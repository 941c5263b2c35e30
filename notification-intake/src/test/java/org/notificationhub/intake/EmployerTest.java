package org.notificationhub.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.notificationhub.intake.Requests.asProvider;
import static org.notificationhub.intake.Requests.exposure;
import static org.notificationhub.intake.Requests.newReference;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** An IR(ME)R employer whom CQC has not registered notifies under the code that the hub gave it. */
@IntakeTest
class EmployerTest {

    private static final String EMPLOYER = "EMP-0042";

    private final String reference = newReference();

    @Test
    void itsNotificationIsAcceptedListedAndRead() {
        var id = posted();

        asEmployer()
                .get("/v1/notifications/" + id)
                .then()
                .statusCode(200)
                .body("provider.employer", equalTo(EMPLOYER))
                .body("provider.id", equalTo(null));
        asEmployer()
                .get("/v1/notifications?providerId=" + EMPLOYER + "&reference=" + reference)
                .then()
                .body("items.id", contains(id))
                .body("items.providerId", contains(EMPLOYER));
    }

    @Test
    void itsReferenceIsItsOwn() {
        var id = posted();

        post(asEmployer(), exposure(reference, EMPLOYER)).statusCode(202).body("id", equalTo(id));
        post(asEmployer(), exposure(reference, EMPLOYER).replace("cervical", "thoracic"))
                .statusCode(409)
                .body("code", equalTo("REFERENCE_REUSED"));
        post(Requests.as(Requests.WRITE, "EMP-0043"), exposure(reference, "EMP-0043"))
                .statusCode(202)
                .body("id", not(id));
    }

    @Test
    void itMayAmendButNotPassItToAnother() {
        var id = posted();

        amend(exposure(reference, EMPLOYER).replace("cervical", "thoracic"), id)
                .statusCode(202)
                .body("version", equalTo(2));
        amend(exposure(reference, "EMP-0043"), id)
                .statusCode(422)
                .body("errors.pointer", contains("/provider/employer"));
    }

    @Test
    void nobodyElseSendsOrReadsForIt() {
        var id = posted();

        post(asProvider(), exposure(newReference(), EMPLOYER)).statusCode(403).body("code", equalTo("FORBIDDEN"));
        asProvider().get("/v1/notifications/" + id).then().statusCode(404);
        asProvider()
                .get("/v1/notifications?reference=" + reference)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private String posted() {
        return post(asEmployer(), exposure(reference, EMPLOYER))
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static RequestSpecification asEmployer() {
        return Requests.as(Requests.WRITE + " " + Requests.READ, EMPLOYER, "EMP-0043");
    }

    private static ValidatableResponse post(RequestSpecification sender, String body) {
        return sender.contentType(ContentType.JSON)
                .body(body)
                .post("/v1/notifications")
                .then();
    }

    private static ValidatableResponse amend(String body, String id) {
        return asEmployer()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/notifications/" + id + "/amendments")
                .then();
    }
}
