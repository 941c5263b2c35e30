package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.notificationhub.local.reproduce.Comparison;
import org.notificationhub.local.reproduce.ComputedFigures;
import org.notificationhub.local.reproduce.FigureFiles;
import org.notificationhub.local.reproduce.MadeNotification;
import org.notificationhub.local.reproduce.MakeNotifications;
import org.notificationhub.local.reproduce.Margins;
import org.notificationhub.local.reproduce.Reviews;
import org.notificationhub.local.reproduce.Vocabulary;

/** Sends a made year through the hub as any sender and any reviewer would, and asks for its figures. */
final class Reproduction {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MILLIS_BETWEEN_LOOKS = 300;

    private final String intakeUrl;
    private final HubApi intake;
    private final HubApi analytics;
    private final String token;

    Reproduction(String intakeUrl, String analyticsUrl, String token) {
        this.intakeUrl = intakeUrl;
        this.intake = new HubApi(intakeUrl, token);
        this.analytics = new HubApi(analyticsUrl, token);
        this.token = token;
    }

    Comparison of(FigureFiles figures, Margins margins) throws IOException, InterruptedException {
        var made = new MakeNotifications(margins).all();
        var path = "/v1/irmer/years/" + margins.year().inPath();
        refuseOthers(margins, made, analytics.get(path).path("total").intValue());
        var ids = send(made);
        awaitCounted(path, made.size());
        var vocabulary =
                new Vocabulary(margins.year(), analytics.get("/v1/irmer/terms").path("items"));
        review(Reviews.of(made, ids, vocabulary), vocabulary, figures);
        return Comparison.of(
                margins,
                new ComputedFigures(margins, vocabulary)
                        .of(
                                analytics.get(path),
                                analytics.get(path + "/errors"),
                                analytics.get(path + "/sub-modalities")));
    }

    /** Counts cannot be told apart afterwards, so the year must hold nothing but what an earlier run sent. */
    private void refuseOthers(Margins margins, List<MadeNotification> made, int counted)
            throws IOException, InterruptedException {
        var ours = counted == 0 || isSent(made.get(0));
        if (!ours || counted > made.size()) {
            throw new HubFailed(
                    "The hub already counts %d notifications in %s, and not all of them are from these figures. Compare on a hub without them: ./hub up --fresh, or one beside it with --data DIR --port-offset N"
                            .formatted(counted, margins.year()));
        }
    }

    private boolean isSent(MadeNotification notification) throws IOException, InterruptedException {
        return !intake.get("/v1/notifications?reference=" + notification.reference())
                .path("items")
                .isEmpty();
    }

    /** The hub's ids by reference. */
    private Map<String, String> send(List<MadeNotification> made) throws IOException, InterruptedException {
        Terminal.say("Sending them through intake");
        var lines = made.stream().map(each -> each.content().toString()).collect(Collectors.joining("\n", "", "\n"));
        var ids = new HashMap<String, String>();
        var problems = new ArrayList<JsonNode>();
        var progress = new Progress(made.size());
        new BatchSender(intakeUrl, token)
                .send(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), result -> {
                    progress.one(BatchSender.isAccepted(result));
                    if (BatchSender.isAccepted(result)) {
                        var sent = made.get(result.get("line").intValue() - 1);
                        ids.put(sent.reference(), result.get("id").textValue());
                    } else {
                        problems.add(result.path("problem"));
                    }
                });
        progress.done();
        refuseProblems("Intake", "notifications", made.size(), problems);
        return ids;
    }

    private void awaitCounted(String path, int wanted) throws IOException, InterruptedException {
        Terminal.say("Waiting until they are counted");
        var progress = new Progress(wanted);
        var reached = 0;
        var lastStep = System.nanoTime();
        while (reached < wanted) {
            var now = analytics.get(path).path("total").intValue();
            if (now > reached) {
                reached = now;
                lastStep = System.nanoTime();
                progress.reached(reached);
            } else if (System.nanoTime() - lastStep > PATIENCE.toNanos()) {
                throw new HubFailed(
                        "Analytics has counted %d of %d and no more for %d s. Look in its log and at its dead letters"
                                .formatted(reached, wanted, PATIENCE.toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        }
        progress.done();
    }

    private void review(Reviews reviews, Vocabulary vocabulary, FigureFiles figures)
            throws IOException, InterruptedException {
        for (var term : vocabulary.missing(String.join(", ", figures.names()))) {
            Terminal.say("Adding the term " + term.path("label").asText());
            analytics.post("/v1/irmer/terms", term, UUID.randomUUID().toString());
        }
        if (reviews.size() == 0) {
            return;
        }
        Terminal.say("Sending the review of %d of them".formatted(reviews.size()));
        var refused = analytics.postCsv("/v1/irmer/classifications", reviews.csv()).stream()
                .filter(result -> result.hasNonNull("problem"))
                .map(result -> result.path("problem"))
                .toList();
        refuseProblems("Analytics", "reviews", reviews.size(), refused);
    }

    private static void refuseProblems(String service, String what, int sent, List<JsonNode> problems) {
        if (!problems.isEmpty()) {
            throw new HubFailed("%s refused %d of %d %s, the first of them so: %s"
                    .formatted(service, problems.size(), sent, what, ProblemText.of(problems.get(0))));
        }
    }
}
