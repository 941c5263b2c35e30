package org.notificationhub.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** {@code { "reason" }}, a sentence of at most 1000 characters. */
final class WithdrawalRequest {

    private static final int LONGEST = 1000;

    private WithdrawalRequest() {}

    static String reason(JsonNode request) {
        var faults = faults(request);
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.VALIDATION, faults);
        }
        return request.get("reason").textValue();
    }

    private static List<Fault> faults(JsonNode request) {
        if (!request.isObject()) {
            return List.of(new Fault("", "WRONG_TYPE", "Send a JSON object"));
        }
        var faults = new ArrayList<Fault>();
        request.fieldNames().forEachRemaining(name -> {
            if (!name.equals("reason")) {
                faults.add(new Fault("/" + name, "UNKNOWN_MEMBER", "Remove this member; it is not known here"));
            }
        });
        var reason = request.path("reason");
        if (reason.isMissingNode()) {
            faults.add(new Fault("/reason", "REQUIRED", "Say why it is withdrawn"));
        } else if (!reason.isTextual() || reason.textValue().isBlank()) {
            faults.add(new Fault("/reason", "WRONG_TYPE", "Use a sentence"));
        } else if (reason.textValue().length() > LONGEST) {
            faults.add(new Fault("/reason", "TOO_LONG", "Use at most " + LONGEST + " characters"));
        }
        return faults;
    }
}
