package org.notificationhub.intake.lfpse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.WireJson;
import org.notificationhub.intake.notification.ContentHash;
import org.notificationhub.intake.notification.Notification;
import org.notificationhub.lfpse.EventBlock;
import org.notificationhub.lfpse.LfpseEvent;

/** An LfPSE event as a notification. What a notification asks and LfPSE does not is said to be not stated. */
record NotifiedEvent(LfpseEvent event, String type, String reference, String provider) {

    private static final String NOT_STATED = "NOT_STATED";
    private static final String NOT_DESCRIBED = "Not stated: the event was sent to LfPSE without a description.";
    private static final String CUT = " …";
    private static final int LONGEST_TEXT = 4000;
    private static final int REFERENCE_DIGITS = 40;
    private static final ObjectMapper WIRE = WireJson.tolerantReader();

    /** One that names no identifier goes by what it says, so that it is known again. */
    static NotifiedEvent first(LfpseEvent event, String provider) {
        var type = Criterion.of(event).stream().findFirst().map(Criterion::type).orElse(Notification.FOR_LFPSE_ALONE);
        var named = Optional.ofNullable(event.reference());
        return new NotifiedEvent(
                event,
                type,
                named.orElseGet(() -> "LFPSE-" + hash(event, provider).hex().substring(0, REFERENCE_DIGITS)),
                provider);
    }

    /** It stays of the type that was notified, unless it was one for LfPSE alone. */
    static NotifiedEvent again(LfpseEvent event, String provider, Notification notified) {
        var now = first(event, provider);
        return new NotifiedEvent(
                event,
                notified.mayBe(now.type) ? now.type : notified.type(),
                event.reference() == null ? notified.reference() : event.reference(),
                provider);
    }

    /** What CQC must be told of as well, each by a notification of its own. */
    List<Criterion> apart() {
        return Criterion.of(event).stream()
                .filter(criterion -> !criterion.type().equals(type))
                .toList();
    }

    /** Whether it is to be told to CQC without a word of what. */
    boolean isFlaggedForNothing() {
        return Criterion.isFlagged(event) && Criterion.of(event).isEmpty();
    }

    /** Whether it is, by what is said now, no matter for CQC any more. */
    boolean isLessThanNotified() {
        return !type.equals(Notification.FOR_LFPSE_ALONE) && Criterion.of(event).isEmpty();
    }

    ContentHash hash() {
        return hash(event, provider);
    }

    private static ContentHash hash(LfpseEvent event, String provider) {
        var said =
                JsonNodeFactory.instance.objectNode().put("provider", provider).put("reference", event.reference());
        return ContentHash.of(said.set("event", EventBlock.write(event)));
    }

    /** @param heardAt when the hub heard of it first */
    ObjectNode body(Instant heardAt) {
        var body = JsonNodeFactory.instance.objectNode().put("type", type).put("reference", reference);
        body.putObject("provider").put("id", provider);
        body.putObject("details");
        body.put("awareAt", WireJson.format(heardAt));
        return tell(body, true);
    }

    /** With what somebody has added since, for LfPSE's clients send an event whole each time and know nothing of that. */
    ObjectNode body(NotificationContent before) {
        var body = WIRE.<ObjectNode>valueToTree(before).put("type", type).put("reference", reference);
        ((ObjectNode) body.get("provider")).put("id", provider);
        var block = before.details().path("lfpse");
        var moved = !block.isObject() || !EventTime.of(EventBlock.read(block)).equals(EventTime.of(event));
        return tell(body, moved);
    }

    /**
     * Of becoming aware LfPSE asks nothing, and the law's clock runs from the event: so the earliest moment counts that the event
     * allows.
     */
    private ObjectNode tell(ObjectNode body, boolean moved) {
        var time = EventTime.of(event);
        if (moved) {
            body.remove("occurredAt");
            put(body, "occurredAt", time.exact());
            put(body, "awareAt", time.earliest());
        }
        description().ifPresentOrElse(text -> body.put("summary", text), () -> body.remove("summary"));
        if (body.path("people").size() != event.people().size()) {
            body.set("people", AffectedPeople.of(event));
        }
        var details = (ObjectNode) body.get("details");
        Criterion.ofType(type).ifPresent(criterion -> describe(criterion, details));
        details.set("lfpse", EventBlock.write(event));
        return body;
    }

    private void describe(Criterion criterion, ObjectNode details) {
        description().ifPresent(text -> details.put("circumstances", text));
        switch (criterion) {
            case DEATH -> {
                putIfAbsent(details, "circumstances", NOT_DESCRIBED);
                if (Criterion.mayHaveCausedDeath(event) && !details.has("naturalCourse")) {
                    details.put("naturalCourse", false);
                }
            }
            case ABUSE -> putIfAbsent(details, "serviceUserIs", NOT_STATED);
            case INJURY ->
                putIfAbsent(
                        details, "injury", Criterion.isHarmToTheMindAlone(event) ? "PSYCHOLOGICAL_HARM" : NOT_STATED);
            case STOPPED -> putIfAbsent(details, "cause", NOT_STATED);
        }
    }

    /** The whole of it is in LfPSE's terms. */
    private Optional<String> description() {
        return event.event()
                .first("Description")
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .map(text -> text.codePointCount(0, text.length()) <= LONGEST_TEXT ? text : cut(text));
    }

    private static String cut(String text) {
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT - CUT.length())) + CUT;
    }

    private static void put(ObjectNode body, String name, Instant moment) {
        if (moment != null) {
            body.put(name, WireJson.format(moment));
        }
    }

    private static void putIfAbsent(ObjectNode details, String name, String text) {
        if (!details.has(name)) {
            details.put(name, text);
        }
    }
}
