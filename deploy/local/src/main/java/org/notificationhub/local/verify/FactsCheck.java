package org.notificationhub.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.notificationhub.local.verify.Pack.Entry;
import org.notificationhub.local.verify.Verdict.Altered;
import org.notificationhub.local.verify.Verdict.Check;

/** Whether what the pack states is what its entries say, and nothing else. */
final class FactsCheck {

    private static final String OF = "facts";

    private final Pack pack;
    private final List<Entry> entries;
    private final List<Check> faults = new ArrayList<>();

    FactsCheck(Pack pack) {
        this.pack = pack;
        this.entries = pack.entries();
    }

    List<Check> checks() {
        if (entries.isEmpty()) {
            return List.of(Check.notChecked(OF, "Without entries there is nothing to compare"));
        }
        versions();
        decisions();
        deliveries();
        duties();
        end();
        return faults.isEmpty() ? List.of(nothingFound()) : faults;
    }

    private Check nothingFound() {
        var says = "Versions, decisions, attempts, receipts and duties are those of the entries";
        return Check.ok(
                OF, isWhole() ? says : says + ", as far back as they go: the notification is older than its chain");
    }

    private void versions() {
        var received = last("VERSION_RECEIVED", body -> body.path("version").asText());
        var stated = new LinkedHashMap<String, JsonNode>();
        pack.each("versions")
                .forEach(version -> stated.put(version.path("version").asText(), version));
        stated.forEach((number, version) -> {
            var entry = received.remove(number);
            if (entry == null) {
                unless(!isWhole(), "No entry says that version " + number + " was received");
            } else {
                version(number, version, entry.body().path("payloadSha256").asText());
            }
        });
        received.keySet().forEach(number -> fault("Version " + number + " was received, but is not in the pack"));
    }

    private void version(String number, JsonNode version, String hash) {
        var name = "The payload of version " + number;
        if (version.hasNonNull("erasedAt")) {
            unless(isErased(number), name + " is said to be erased, but no entry says so");
            return;
        }
        unless(version.path("payloadSha256").asText().equals(hash), name + " is not the one that was received");
        if (version.hasNonNull("payload")) {
            var salted = version.path("salt").asText() + "\n"
                    + version.path("payload").asText();
            unless(Bytes.sha256(salted).equals(hash), name + " has been altered");
        }
    }

    private boolean isErased(String number) {
        return entries.stream()
                .filter(entry -> entry.is("PAYLOAD_ERASED"))
                .flatMap(entry -> Pack.each(entry.body(), "versions"))
                .anyMatch(version -> version.asText().equals(number));
    }

    private void decisions() {
        var made = last("DECISION_MADE", body -> body.path("decisionId").asText());
        pack.each("decisions").forEach(decision -> {
            var id = decision.path("id").asText();
            var entry = made.remove(id);
            if (entry == null) {
                unless(isBeforeChain(decision.path("decidedAt")), "No entry says that decision " + id + " was made");
            } else {
                var hash = Bytes.sha256(Bytes.canonical(decision.path("decision")));
                unless(
                        entry.body().path("decisionSha256").asText().equals(hash),
                        "Decision " + id + " is not the one that was made");
            }
        });
        made.keySet().forEach(id -> fault("Decision " + id + " was made, but is not in the pack"));
    }

    private void deliveries() {
        var answered = last("ATTEMPT_ANSWERED", FactsCheck::attempt);
        var accepted = last("DELIVERY_ACCEPTED", body -> body.path("deliveryId").asText());
        pack.each("deliveries").forEach(delivery -> {
            Pack.each(delivery, "attempts")
                    .filter(attempt -> attempt.hasNonNull("endedAt"))
                    .forEach(attempt -> attempt(delivery, attempt, answered));
            receipt(delivery, accepted.remove(delivery.path("id").asText()));
        });
        answered.keySet().forEach(attempt -> fault("Attempt " + attempt + " was answered, but is not in the pack"));
        accepted.keySet().forEach(id -> fault("Delivery " + id + " was accepted, but is not in the pack"));
    }

    private static String attempt(JsonNode body) {
        return body.path("attempt").asText() + " of delivery "
                + body.path("deliveryId").asText();
    }

    private void attempt(JsonNode delivery, JsonNode attempt, Map<String, Entry> answered) {
        var name = attempt.path("number").asText() + " of delivery "
                + delivery.path("id").asText();
        var entry = answered.remove(name);
        if (entry == null) {
            unless(isBeforeChain(attempt.path("endedAt")), "No entry says that attempt " + name + " was answered");
            return;
        }
        for (var member : List.of("startedAt", "endedAt", "outcome", "explanation")) {
            unless(
                    attempt.path(member).equals(entry.body().path(member)),
                    "Attempt " + name + " states another " + member + " than entry " + entry.place());
        }
    }

    private void receipt(JsonNode delivery, Entry accepted) {
        var receipt = delivery.path("receipt");
        var id = delivery.path("id").asText();
        if (accepted == null) {
            unless(
                    !delivery.hasNonNull("receipt") || isBeforeChain(receipt.path("acceptedAt")),
                    "No entry says that delivery " + id + " was accepted");
            return;
        }
        unless(
                receipt.path("reference").equals(accepted.body().path("reference")),
                "The receipt of delivery " + id + " states another reference than entry " + accepted.place());
    }

    /** What was told last says how each duty stands. */
    private void duties() {
        var told = last(entry -> entry.body().has("duties"));
        pack.each("duties").forEach(this::lateReason);
        if (told == null) {
            unless(!isWhole(), "No entry says what is owed");
            return;
        }
        var stated = pack.each("duties").map(FactsCheck::withoutReason).toList();
        unless(
                stated.equals(Pack.each(told.body(), "duties").toList()),
                "The duties are not as entry " + told.place() + " says");
    }

    private static JsonNode withoutReason(JsonNode duty) {
        return duty instanceof ObjectNode object ? object.deepCopy().without("lateReason") : duty;
    }

    private void lateReason(JsonNode duty) {
        if (!duty.hasNonNull("lateReason")) {
            return;
        }
        var reason = duty.path("lateReason");
        var given = last(entry ->
                entry.is("LATE_REASON_GIVEN") && entry.body().path("authority").equals(duty.path("authority")));
        unless(
                given == null
                        ? isBeforeChain(reason.path("at"))
                        : given.body()
                                        .path("reasonSha256")
                                        .asText()
                                        .equals(Bytes.sha256(
                                                reason.path("reason").asText()))
                                && given.text("actor").equals(reason.path("by").asText()),
                "The reason why the duty to " + duty.path("authority").asText() + " was met late is not the one given");
    }

    /** Whoever asks for a pack is its last entry, so nothing can be missing after it. */
    private void end() {
        var end = entries.get(entries.size() - 1);
        var isTheEnd = end.is("EVIDENCE_LOOKED_AT")
                && end.text("actor").equals(pack.json().path("generatedBy").asText())
                && end.text("at").compareTo(pack.json().path("generatedAt").asText()) <= 0;
        if (!isTheEnd) {
            faults.add(Check.failed(
                    OF,
                    "The last entry does not say that this pack was asked for: entries after it are missing",
                    new Altered(end.place() + 1, null, null)));
        }
    }

    private Map<String, Entry> last(String step, Function<JsonNode, String> key) {
        var last = new LinkedHashMap<String, Entry>();
        entries.stream().filter(entry -> entry.is(step)).forEach(entry -> last.put(key.apply(entry.body()), entry));
        return last;
    }

    private Entry last(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).reduce((earlier, later) -> later).orElse(null);
    }

    /** Whether it begins with the notification, not with the day on which evidence began to be kept. */
    private boolean isWhole() {
        return entries.get(0).is("VERSION_RECEIVED")
                && entries.get(0).body().path("version").asInt() == 1;
    }

    /** Times of one form are in the order of their texts. */
    private boolean isBeforeChain(JsonNode time) {
        return !isWhole() && time.asText().compareTo(entries.get(0).text("at")) < 0;
    }

    private void unless(boolean good, String says) {
        if (!good) {
            fault(says);
        }
    }

    private void fault(String says) {
        faults.add(Check.failed(OF, says));
    }
}
