package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Shows how far a replay has come until it ends. Whoever stops watching does not stop the replay, and is told so. */
final class ReplayFollower {

    private static final int MILLIS_BETWEEN_LOOKS = 500;

    private final HubApi routing;
    private final JsonNode begun;
    private final String id;

    ReplayFollower(HubApi routing, JsonNode begun) {
        this.routing = routing;
        this.begun = begun;
        this.id = begun.path("id").asText();
    }

    JsonNode awaitEnd() throws IOException, InterruptedException {
        var farewell = new Thread(this::sayThatItGoesOn);
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            return watch();
        } finally {
            Runtime.getRuntime().removeShutdownHook(farewell);
        }
    }

    private JsonNode watch() throws IOException, InterruptedException {
        var progress = new Progress(begun.path("matched").intValue());
        var replay = begun;
        while (replay.path("state").asText().equals("RUNNING")) {
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
            replay = routing.get("/v1/replays/" + id);
            var done = replay.path("done").intValue();
            progress.reached(done, done - replay.path("rescheduled").intValue());
        }
        progress.done();
        return replay;
    }

    private void sayThatItGoesOn() {
        Terminal.say("");
        Terminal.say("The replay goes on without you. To stop it: ./hub replay --cancel " + id);
    }
}
