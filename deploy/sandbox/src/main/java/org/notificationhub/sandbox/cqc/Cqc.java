package org.notificationhub.sandbox.cqc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.notificationhub.sandbox.Authority;
import org.notificationhub.sandbox.JsonText;
import org.notificationhub.sandbox.Received;
import org.notificationhub.sandbox.Regulator;
import org.notificationhub.sandbox.Reply;

/** CQC as far as the hub can tell: it knows the notifications it took and the keys they came under. */
@ApplicationScoped
public class Cqc implements Regulator {

    private enum State {
        OPEN,
        WITHDRAWN
    }

    private record Taken(JsonText content, String reference) {}

    /** What it holds since it took something. */
    private record Held(String key, String reference, State state) {}

    private final Map<String, Taken> byKey = new HashMap<>();
    private final Map<String, State> byReference = new HashMap<>();
    private final ObjectMapper json;

    Cqc(ObjectMapper json) {
        this.json = json;
    }

    synchronized Reply take(String key, JsonNode body) {
        if (key == null || key.isBlank()) {
            return problem(400, "Send an Idempotency-Key", List.of());
        }
        var faults = CqcForm.faults(body);
        if (!faults.isEmpty()) {
            return problem(400, "Some answers need attention", faults);
        }
        var earlier = byKey.get(key);
        if (earlier != null) {
            return earlier.content().read().equals(body)
                    ? Reply.unchanged(200, MediaType.APPLICATION_JSON, receipt(earlier.reference()))
                    : problem(422, "The Idempotency-Key was used for other content", List.of());
        }
        var identifying = CqcForm.identifyingFaults(body);
        if (!identifying.isEmpty()) {
            return problem(422, "The content identifies a person", identifying);
        }
        return body.get("action").textValue().equals("SUBMIT") ? open(key, body) : change(key, body);
    }

    private Reply open(String key, JsonNode body) {
        return taken(key, body, newReference(), State.OPEN);
    }

    private Reply change(String key, JsonNode body) {
        var reference = body.get("previousReference").textValue();
        var state = byReference.get(reference);
        if (state == null) {
            return problem(404, "previousReference is not known", List.of());
        }
        if (state == State.WITHDRAWN) {
            return problem(409, "The notification has been withdrawn", List.of());
        }
        var withdrawn = body.get("action").textValue().equals("WITHDRAW");
        return taken(key, body, reference, withdrawn ? State.WITHDRAWN : State.OPEN);
    }

    private Reply taken(String key, JsonNode body, String reference, State state) {
        var held = new Held(key, reference, state);
        hold(held, JsonText.of(body));
        return Reply.done(201, MediaType.APPLICATION_JSON, receipt(reference), json.valueToTree(held));
    }

    private void hold(Held held, JsonText content) {
        byKey.put(held.key(), new Taken(content, held.reference()));
        byReference.put(held.reference(), held.state());
    }

    @Override
    public synchronized void recall(Received request, JsonNode holds) {
        hold(json.convertValue(holds, Held.class), request.body());
    }

    private String newReference() {
        String reference;
        do {
            reference = "ENQ-%010d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000L));
        } while (byReference.containsKey(reference));
        return reference;
    }

    @Override
    public Authority authority() {
        return Authority.CQC;
    }

    @Override
    public Reply rejection() {
        return problem(422, "Refused, because the sandbox was told to", List.of());
    }

    @Override
    public Reply trouble(int status) {
        return problem(status, "The sandbox was told to fail", List.of());
    }

    @Override
    public synchronized void clear() {
        byKey.clear();
        byReference.clear();
    }

    private String receipt(String reference) {
        return json.createObjectNode().put("reference", reference).toString();
    }

    private Reply problem(int status, String title, List<Fault> faults) {
        var problem = json.createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status);
        if (!faults.isEmpty()) {
            problem.set("errors", json.valueToTree(faults));
        }
        return Reply.unchanged(status, "application/problem+json", problem.toString());
    }
}
