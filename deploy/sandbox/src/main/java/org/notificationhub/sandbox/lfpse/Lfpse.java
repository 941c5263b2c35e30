package org.notificationhub.sandbox.lfpse;

import static org.notificationhub.lfpse.Lfpse.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.notificationhub.lfpse.Fault;
import org.notificationhub.lfpse.Fault.Severity;
import org.notificationhub.lfpse.LfpseEvent;
import org.notificationhub.lfpse.Stored;
import org.notificationhub.sandbox.Authority;
import org.notificationhub.sandbox.Received;
import org.notificationhub.sandbox.Regulator;
import org.notificationhub.sandbox.Reply;

/** LfPSE as far as the hub can tell. It knows no idempotency key: the same event posted again is another event. */
@ApplicationScoped
public class Lfpse implements Regulator {

    private final Fhir fhir;
    private final Callbacks callbacks;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, EventRecord> records = new ConcurrentHashMap<>();

    Lfpse(Fhir fhir, Callbacks callbacks, ObjectMapper json, Clock clock) {
        this.fhir = fhir;
        this.callbacks = callbacks;
        this.json = json;
        this.clock = clock;
    }

    /** @param reference the national reference, for people */
    private record EventRecord(String senderReference, String reference, int version, boolean deleted) {}

    /** What it holds since it took something. */
    private record Held(String id, EventRecord event) {}

    /** The sender's reference of a stored event; null where the id is not known. */
    String senderReference(String id) {
        var event = id == null ? null : records.get(id);
        return event == null ? null : event.senderReference();
    }

    Reply create(String requestId, String body) {
        var lfpse = fhir.versions().of(body);
        var reading = lfpse.examine(body);
        if (reading.isRefused()) {
            return refused(reading.faults());
        }
        var id = UUID.randomUUID().toString();
        var event = new EventRecord(reading.event().reference(), newReference(), 1, false);
        records.put(id, event);
        callbacks.announce("accepted", requestId, id, event.version(), event.reference());
        return Reply.done(201, Fhir.MEDIA_TYPE, lfpse.stored(reading.event(), stored(id, event)), held(id, event));
    }

    Reply update(String requestId, String id, String body) {
        var lfpse = fhir.versions().of(body);
        var reading = lfpse.examine(body);
        if (reading.isRefused()) {
            return refused(reading.faults());
        }
        if (reading.id() != null && !reading.id().equals(id)) {
            return refused(fault("id", "AdverseEvent.id", "The id is that of the address, or left out"));
        }
        var event = records.computeIfPresent(id, (key, earlier) -> next(earlier, reading.event()));
        if (event == null || event.deleted()) {
            return notThere(event == null ? 404 : 410);
        }
        callbacks.announce("amended", requestId, id, event.version(), event.reference());
        return Reply.done(200, Fhir.MEDIA_TYPE, lfpse.stored(reading.event(), stored(id, event)), held(id, event));
    }

    private static EventRecord next(EventRecord earlier, LfpseEvent event) {
        return earlier.deleted()
                ? earlier
                : new EventRecord(event.reference(), earlier.reference(), earlier.version() + 1, false);
    }

    Reply delete(String requestId, String id) {
        var before = records.get(id);
        if (before == null || before.deleted()) {
            return notThere(404);
        }
        var deleted = new EventRecord(before.senderReference(), before.reference(), before.version() + 1, true);
        if (!records.replace(id, before, deleted)) {
            return delete(requestId, id);
        }
        callbacks.announce("withdrawn", requestId, id, deleted.version(), deleted.reference());
        return Reply.done(204, null, null, held(id, deleted));
    }

    private JsonNode held(String id, EventRecord event) {
        return json.valueToTree(new Held(id, event));
    }

    @Override
    public void recall(Received request, JsonNode holds) {
        var held = json.convertValue(holds, Held.class);
        records.put(held.id(), held.event());
    }

    private Stored stored(String id, EventRecord event) {
        return new Stored(id, event.version(), clock.instant(), event.reference());
    }

    private static String newReference() {
        return "LFPSE-%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private Reply refused(List<Fault> faults) {
        var unreadable = faults.stream().anyMatch(fault -> fault.severity() == Severity.FATAL);
        return Reply.unchanged(unreadable ? 400 : 422, Fhir.MEDIA_TYPE, outcome(faults));
    }

    private Reply notThere(int status) {
        var text = status == 410 ? "The event was deleted" : "There is no such event";
        return Reply.unchanged(status, Fhir.MEDIA_TYPE, outcome(fault("not-found", "AdverseEvent.id", text)));
    }

    private static List<Fault> fault(String rule, String location, String text) {
        return List.of(new Fault(Severity.ERROR, rule, location, null, text));
    }

    @Override
    public Authority authority() {
        return Authority.LFPSE;
    }

    @Override
    public Reply rejection() {
        return refused(fault("sandbox-reject", "AdverseEvent", "Refused, because the sandbox was told to"));
    }

    /** In front of LfPSE stands a gateway, which does not speak FHIR. */
    @Override
    public Reply trouble(int status) {
        return Gateway.answer(status, "The sandbox was told to fail");
    }

    @Override
    public void clear() {
        records.clear();
        callbacks.clear();
    }
}
