package org.notificationhub.local.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** One provider's system. It follows its script, one step after the other, and remembers what it was told. */
final class Sender implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTIFICATIONS = "/v1/notifications";
    private static final Map<String, String> AS_JSON = Map.of("Content-Type", "application/json");
    private static final Map<String, String> AS_LINES = Map.of("Content-Type", "application/x-ndjson");
    private static final String REASON = "{\"reason\": \"Entered twice by mistake.\"}";
    private static final int ACCEPTED = 202;
    private static final int NOT_NOW = 503;

    private final Script script;
    private final Intake intake;
    private final long paceMs;
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private volatile boolean isToStop;

    Sender(Script script, Intake intake, long paceMs) {
        this.script = script;
        this.intake = intake;
        this.paceMs = paceMs;
    }

    /** The step under way is finished first. */
    void stop() {
        isToStop = true;
    }

    Collection<Told> told() {
        return told.values();
    }

    @Override
    public void run() {
        try {
            while (!isToStop) {
                take(script.next());
                TimeUnit.MILLISECONDS.sleep(paceMs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Step step) throws InterruptedException {
        if (step instanceof Step.Submit submit) {
            submit(submit.report());
        } else if (step instanceof Step.Repeat repeat) {
            submit(repeat.report());
        } else if (step instanceof Step.Batch batch) {
            submit(batch.reports());
        } else if (step instanceof Step.Amend amend) {
            amend(amend.report(), amend.version());
        } else if (step instanceof Step.Withdraw withdraw) {
            withdraw(withdraw.report(), withdraw.version());
        }
    }

    private void submit(Report report) throws InterruptedException {
        var answer = intake.post(NOTIFICATIONS, report.body(1), AS_JSON);
        if (isAccepted(answer)) {
            remember(report, json(answer.body()));
        }
    }

    private void submit(List<Report> reports) throws InterruptedException {
        var left = new ArrayList<>(reports);
        while (!left.isEmpty()) {
            var lines = left.stream().map(report -> report.body(1)).collect(Collectors.joining("\n"));
            var answer = intake.post(NOTIFICATIONS + "/batch", lines, AS_LINES);
            var answered = answer.body().lines().map(Sender::json).toList();
            left.removeAll(answered.stream()
                    .filter(line -> line.path("status").intValue() != NOT_NOW)
                    .map(line -> settled(left.get(line.path("line").intValue() - 1), line))
                    .toList());
        }
    }

    private Report settled(Report report, JsonNode line) {
        if (line.path("status").intValue() == ACCEPTED) {
            remember(report, line);
        } else {
            intake.surprise("a line of a batch", line.path("status").intValue(), line.toString());
        }
        return report;
    }

    private void amend(Report report, int version) throws InterruptedException {
        var before = told.get(report.reference());
        if (before == null) {
            return;
        }
        var answer = intake.post(NOTIFICATIONS + "/" + before.id() + "/amendments", report.body(version), AS_JSON);
        if (isAccepted(answer, version)) {
            told.put(report.reference(), before.amended(version));
        }
    }

    private void withdraw(Report report, int version) throws InterruptedException {
        var before = told.get(report.reference());
        if (before == null) {
            return;
        }
        var answer = intake.post(
                NOTIFICATIONS + "/" + before.id() + "/withdrawal",
                REASON,
                Map.of("Content-Type", "application/json", "Idempotency-Key", report.reference()));
        if (isAccepted(answer, version)) {
            told.put(report.reference(), before.withdrawn(version));
        }
    }

    /** Told twice, it must be told the same. */
    private void remember(Report report, JsonNode answer) {
        var id = answer.path("id").textValue();
        var before = told.putIfAbsent(report.reference(), new Told(report, id, 1, false));
        if (before != null && !before.id().equals(id)) {
            intake.surprise(report.reference() + ", which it knows by another id", ACCEPTED, id);
        }
    }

    private boolean isAccepted(HttpResponse<String> answer) {
        var isAccepted = answer.statusCode() == ACCEPTED;
        if (!isAccepted) {
            intake.surprise(answer.request().uri().getPath(), answer.statusCode(), answer.body());
        }
        return isAccepted;
    }

    private boolean isAccepted(HttpResponse<String> answer, int version) {
        if (isAccepted(answer) && json(answer.body()).path("version").intValue() != version) {
            intake.surprise(answer.request().uri().getPath() + ", meant as version " + version, 202, answer.body());
            return false;
        }
        return answer.statusCode() == ACCEPTED;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Intake answered what is not JSON", e);
        }
    }
}
