package org.notificationhub.intake.lfpse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.lfpse.OperationOutcome.Issue;
import org.notificationhub.intake.lfpse.OperationOutcome.Severity;
import org.notificationhub.intake.lfpse.ReadEvent.BrokenRules;
import org.notificationhub.intake.lfpse.ReceiveEvent.Received;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.lfpse.Stored;

/** What LfPSE would answer, where it would; where it could not, a success that says so, lest the event be sent again. */
@Singleton
class FhirAnswer {

    static final String FHIR = "application/fhir+json";

    private final Lfpse lfpse;

    FhirAnswer(Lfpse lfpse) {
        this.lfpse = lfpse;
    }

    RestResponse<String> stored(int status, Received received) {
        var stored = received.stored();
        var remarks = remarks(received);
        var body = remarks.isEmpty()
                ? lfpse.stored(
                        received.event().event().withReference(received.event().reference()),
                        new Stored(
                                stored.id().toString(),
                                stored.version(),
                                stored.receivedAt(),
                                received.standing().reference()))
                : OperationOutcome.write(stored.id().toString(), remarks);
        return RestResponse.ResponseBuilder.<String>create(status).entity(body).build();
    }

    /** As the API gateway in front of LfPSE says it, which does not speak FHIR. */
    static RestResponse<String> unknownKey() {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("statusCode", 401)
                .put("message", "Access denied: send a valid subscription key");
        return RestResponse.ResponseBuilder.<String>create(401)
                .entity(body.toString())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "AzureApiManagementKey name=\"" + AdverseEventResource.KEY + "\",type=\"header\"")
                .build();
    }

    /** LfPSE's rules in LfPSE's words, the hub's in the same form. */
    RestResponse<String> refused(Refusal refusal) {
        var outcome =
                refusal instanceof BrokenRules rules ? lfpse.outcome(rules.broken()) : RefusedEvent.outcome(refusal);
        var answer = RestResponse.ResponseBuilder.<String>create(RefusedEvent.status(refusal))
                .entity(outcome)
                .header(HttpHeaders.CONTENT_TYPE, FHIR);
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    private static List<Issue> remarks(Received received) {
        var remarks = new ArrayList<Issue>();
        received.event()
                .apart()
                .forEach(criterion -> remarks.add(warning(
                        "cqc-criterion-" + criterion.code(),
                        "The event meets CQC criterion " + criterion.code() + " as well: " + criterion.words()
                                + ". CQC must be sent that notification by itself, as " + criterion.type() + ".")));
        if (received.event().isFlaggedForNothing()) {
            remarks.add(warning(
                    "cqc-criteria-missing",
                    "The event is flagged for CQC and does not say by which criterion, so CQC is not told of it."));
        }
        if (received.event().isLessThanNotified()) {
            remarks.add(warning(
                    "still-notified",
                    "By what it says now the event is no matter for CQC. It stays notified as "
                            + received.event().type() + "; delete it if it never was one."));
        }
        var standing = received.standing();
        switch (standing.state()) {
            case ACCEPTED -> {
                if (!remarks.isEmpty()) {
                    remarks.add(
                            information("accepted", "LfPSE has accepted the event as " + standing.reference() + "."));
                }
            }
            case REFUSED ->
                remarks.add(
                        warning(
                                "lfpse-refused",
                                "The event is stored, and LfPSE has refused it. Do not send it again: the hub's operator sees to it."));
            case NOT_TOLD ->
                remarks.add(information(
                        "lfpse-not-told",
                        "The event is stored. LfPSE is not told of it, as the notification says why."));
            case AWAITED, STOPPED, WITHDRAWN ->
                remarks.add(information(
                        "lfpse-reference-follows",
                        "The event is stored. LfPSE's reference follows; do not send it again."));
        }
        return remarks;
    }

    private static Issue warning(String rule, String text) {
        return new Issue(Severity.WARNING, "business-rule", rule, null, text);
    }

    private static Issue information(String rule, String text) {
        return new Issue(Severity.INFORMATION, "informational", rule, null, text);
    }
}
