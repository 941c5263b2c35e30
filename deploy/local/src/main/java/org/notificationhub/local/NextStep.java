package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What a person does about a delivery that has stopped. */
enum NextStep {
    WHEN_IT_IS_BACK("The authority was away or overrun (HTTP_5xx, HTTP_429, CONNECT…): when it is back, ./hub replay"),
    LOOK_THERE_FIRST(
            "It went unanswered: look for it at the authority. If it is not there, ./hub replay --accept-telling-twice"),
    MEND_THE_CONTENT(
            "The authority refused the content: have the sender amend it, or mend the cause and ./hub replay --state REJECTED"),
    ASK_WHO_RUNS_THE_HUB("It could not be put together: the log of routing has it under the delivery's id");

    /** As routing explains it; whatever else it says was sent and not answered. */
    private static final Pattern REFUSED_FOR_NOW =
            Pattern.compile("HTTP_|CONNECTION_REFUSED|CONNECT_TIMEOUT|TLS_HANDSHAKE_FAILED");

    private final String words;

    NextStep(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static NextStep of(JsonNode delivery) {
        var why = delivery.path("explanation").asText();
        if (delivery.path("status").asText().equals("REJECTED")) {
            return MEND_THE_CONTENT;
        }
        if (why.startsWith("It could not be put together")) {
            return ASK_WHO_RUNS_THE_HUB;
        }
        return REFUSED_FOR_NOW.matcher(why).lookingAt() ? WHEN_IT_IS_BACK : LOOK_THERE_FIRST;
    }
}
