package org.notificationhub.routing.rest;

import java.util.List;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** Why a person does something, for whoever asks later. */
final class GivenReason {

    static final int SHORTEST = 10;
    static final int LONGEST = 2000;

    private GivenReason() {}

    /** The reason, or a refusal. Space around it says nothing. */
    static String checked(String reason, String request) {
        if (reason == null) {
            throw refusal("REQUIRED", request);
        }
        var said = reason.strip();
        if (said.length() < SHORTEST) {
            throw refusal("TOO_SHORT", "Use at least " + SHORTEST + " characters");
        }
        if (said.length() > LONGEST) {
            throw refusal("TOO_LONG", "Use at most " + LONGEST + " characters");
        }
        return said;
    }

    private static Refusal refusal(String code, String detail) {
        return new Refusal(ProblemKind.VALIDATION, List.of(new Fault("/reason", code, detail)));
    }
}
