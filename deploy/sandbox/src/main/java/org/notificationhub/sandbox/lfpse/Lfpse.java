package org.notificationhub.sandbox.lfpse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.notificationhub.sandbox.Authority;
import org.notificationhub.sandbox.Received;
import org.notificationhub.sandbox.Regulator;
import org.notificationhub.sandbox.Reply;

/** LfPSE as far as the hub can tell. It knows no idempotency key: the same event posted again is another event. */
@ApplicationScoped
public class Lfpse implements Regulator {

    private final Fhir fhir;
    private final ProfileRules rules;
    private final Callbacks callbacks;
    private final ObjectMapper json;
    private final Clock clock;
    private final Map<String, EventRecord> records = new ConcurrentHashMap<>();

    Lfpse(Fhir fhir, ProfileRules rules, Callbacks callbacks, ObjectMapper json, Clock clock) {
        this.fhir = fhir;
        this.rules = rules;
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
        var parsed = fhir.parse(body);
        var issues = issues(parsed);
        if (!issues.isEmpty()) {
            return refused(issues);
        }
        var id = UUID.randomUUID().toString();
        var event = new EventRecord(senderReference(parsed.event()), newReference(), 1, false);
        records.put(id, event);
        callbacks.announce("accepted", requestId, id, event.version(), event.reference());
        return Reply.done(201, Fhir.MEDIA_TYPE, stored(parsed.event(), id, event), held(id, event));
    }

    Reply update(String requestId, String id, String body) {
        var parsed = fhir.parse(body);
        var issues = issues(parsed);
        if (!issues.isEmpty()) {
            return refused(issues);
        }
        if (parsed.event().hasId() && !parsed.event().getIdElement().getIdPart().equals(id)) {
            return refused(List.of(new Issue("id", "AdverseEvent.id", "The id is that of the address, or left out")));
        }
        var event = records.computeIfPresent(
                id,
                (key, earlier) -> earlier.deleted()
                        ? earlier
                        : new EventRecord(
                                senderReference(parsed.event()), earlier.reference(), earlier.version() + 1, false));
        if (event == null || event.deleted()) {
            return notThere(event == null ? 404 : 410);
        }
        callbacks.announce("amended", requestId, id, event.version(), event.reference());
        return Reply.done(200, Fhir.MEDIA_TYPE, stored(parsed.event(), id, event), held(id, event));
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

    private List<Issue> issues(Fhir.Parsed parsed) {
        return parsed.issues().isEmpty() ? rules.check(parsed.event()) : parsed.issues();
    }

    /** What LfPSE adds: id, version, and its own metadata as the last extension. */
    private String stored(AdverseEvent event, String id, EventRecord record) {
        event.setId(id);
        event.getMeta().setVersionId(String.valueOf(record.version())).setLastUpdated(Date.from(clock.instant()));
        event.getExtension().removeIf(extension -> Taxonomy.REFERENCE_METADATA.equals(extension.getUrl()));
        var metadata = event.addExtension();
        metadata.setUrl(Taxonomy.REFERENCE_METADATA);
        metadata.addExtension(new Extension("ReferenceNumber", new StringType(record.reference())));
        metadata.addExtension(new Extension("DataSharingOptOut", new BooleanType(false)));
        return fhir.write(event);
    }

    private static String senderReference(AdverseEvent event) {
        return event.getIdentifier().getValue();
    }

    private static String newReference() {
        return "LFPSE-%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private Reply refused(List<Issue> issues) {
        var status = issues.stream().anyMatch(Issue::isUnreadable) ? 400 : 422;
        return Reply.unchanged(status, Fhir.MEDIA_TYPE, fhir.write(issues));
    }

    private Reply notThere(int status) {
        var issue = new Issue(
                "not-found", "AdverseEvent.id", status == 410 ? "The event was deleted" : "There is no such event");
        return Reply.unchanged(status, Fhir.MEDIA_TYPE, fhir.write(List.of(issue)));
    }

    @Override
    public Authority authority() {
        return Authority.LFPSE;
    }

    @Override
    public Reply rejection() {
        return refused(
                List.of(new Issue("sandbox-reject", "AdverseEvent", "Refused, because the sandbox was told to")));
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
