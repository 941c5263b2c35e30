package org.notificationhub.routing.delivery.lfpse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.notificationhub.routing.delivery.Answer;
import org.notificationhub.routing.delivery.Answer.Accepted;
import org.notificationhub.routing.delivery.Answer.CqcFlag;
import org.notificationhub.routing.delivery.Answer.NoAnswer;
import org.notificationhub.routing.delivery.Answer.Rejected;

/**
 * Reads what LfPSE, or the gateway in front of it, answers. A gateway does not speak FHIR, and may not speak JSON. Texts
 * are left behind: they may repeat what was sent.
 */
final class LfpseAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FAILURES = Set.of("error", "fatal");

    /** Starts with a letter, so that no number of a person passes for a code. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");

    private final int status;
    private final JsonNode body;

    private LfpseAnswer(int status, JsonNode body) {
        this.status = status;
        this.body = body;
    }

    static LfpseAnswer of(HttpResponse<String> response) {
        return new LfpseAnswer(response.statusCode(), parse(response.body()));
    }

    /**
     * @param knownId the event's id where we named it; null for a new event
     * @param sent how what we sent is flagged for CQC, which counts where the answer does not show it; null where it is as it
     *     should be
     */
    Answer toChange(String knownId, CqcFlag sent) {
        if (status / 100 != 2) {
            return rejected();
        }
        var id = body.path("id").asText(knownId);
        return switch (body.path("resourceType").asText()) {
            case "AdverseEvent" -> accepted(id, List.of(), StoredEvent.cqcFlag(body));
            case "OperationOutcome" -> hasFailure() ? unclear("WITH_ERRORS") : accepted(id, codes(), sent);
            default -> unclear("UNREADABLE");
        };
    }

    /** What is not there any more needs no withdrawing. */
    Answer toWithdrawal(String id) {
        return status / 100 == 2 || status == 404 || status == 410
                ? new Accepted(id, id, null, List.of(), null)
                : rejected();
    }

    /** The id stands in for the national reference where the answer has none. */
    private Answer accepted(String id, List<String> warnings, CqcFlag stored) {
        return id == null || id.isBlank()
                ? unclear("WITHOUT_ID")
                : new Accepted(
                        referenceNumber(id),
                        id,
                        body.path("meta").path("versionId").textValue(),
                        warnings,
                        stored);
    }

    private Answer rejected() {
        return new Rejected(
                String.join(" ", "HTTP_" + status, String.join(" ", codes())).strip());
    }

    /** A success that says nothing we could show as proof. */
    private Answer unclear(String why) {
        return new NoAnswer("HTTP_" + status + " " + why);
    }

    private String referenceNumber(String id) {
        return StoredEvent.referenceNumber(body).orElse(id);
    }

    private boolean hasFailure() {
        return issues().stream()
                .anyMatch(issue -> FAILURES.contains(issue.path("severity").asText()));
    }

    /** The business rule's code where there is one, else FHIR's own. */
    private List<String> codes() {
        return issues().stream()
                .map(issue -> issue.at("/details/coding/0/code")
                        .asText(issue.path("code").asText()))
                .filter(code -> CODE.matcher(code).matches())
                .distinct()
                .toList();
    }

    private List<JsonNode> issues() {
        return StreamSupport.stream(body.path("issue").spliterator(), false).toList();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
