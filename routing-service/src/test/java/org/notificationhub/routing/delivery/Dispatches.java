package org.notificationhub.routing.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Person;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.routing.delivery.Dispatch.Action;

/** Things to tell an authority. */
public final class Dispatches {

    public static final UUID DELIVERY = UUID.fromString("0199c1de-0000-7000-8000-000000000001");
    public static final UUID NOTIFICATION = UUID.fromString("0199c1de-0000-7000-8000-000000000002");
    public static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Dispatches() {}

    public static NotificationContent content(String type, Person... people) {
        return content(type, "RJ1", Instant.parse("2026-07-20T08:15:00Z"), people);
    }

    public static NotificationContent content(String type, String provider, Instant occurredAt, Person... people) {
        return new NotificationContent(
                type,
                "INC-2026-000123",
                new Provider(provider, null, null, null),
                occurredAt,
                Instant.parse("2026-07-31T23:30:00Z"),
                "Fall from bed; hip fracture.",
                List.of(people),
                null,
                null,
                JsonNodeFactory.instance.objectNode().put("injury", "FRACTURE"),
                false);
    }

    /** The same with what it has for LfPSE, as JSON. */
    public static NotificationContent withBlock(NotificationContent content, String block) {
        var details = JsonNodeFactory.instance.objectNode();
        details.setAll((ObjectNode) content.details());
        try {
            details.set("lfpse", JSON.readTree(block));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        return new NotificationContent(
                content.type(),
                content.reference(),
                content.provider(),
                content.occurredAt(),
                content.awareAt(),
                content.summary(),
                content.people(),
                content.lfpse(),
                content.cqc(),
                details,
                content.test());
    }

    public static Person serviceUser(String ageBand) {
        return new Person("SU-0417", "SERVICE_USER", ageBand);
    }

    public static Dispatch submission() {
        return dispatch(Action.SUBMIT, null, null);
    }

    /** @param criterion under which LfPSE is to flag it for CQC, or null */
    public static Dispatch submission(NotificationContent content, String criterion) {
        return dispatch(Action.SUBMIT, null, null, content, criterion);
    }

    public static Dispatch amendment(String earlier) {
        return dispatch(Action.AMEND, earlier, null);
    }

    public static Dispatch withdrawal(String earlier) {
        return dispatch(Action.WITHDRAW, earlier, "Entered twice");
    }

    private static Dispatch dispatch(Action action, String earlier, String reason) {
        return dispatch(action, earlier, reason, content("SERIOUS_INJURY", serviceUser("75-84")), "2");
    }

    private static Dispatch dispatch(
            Action action, String earlier, String reason, NotificationContent content, String criterion) {
        return new Dispatch(
                DELIVERY,
                NOTIFICATION,
                action == Action.SUBMIT ? 1 : 2,
                Instant.parse("2026-07-31T23:31:00Z"),
                "http",
                action,
                content.type(),
                content,
                reason,
                earlier,
                criterion,
                "corr-1",
                TRACE);
    }
}
