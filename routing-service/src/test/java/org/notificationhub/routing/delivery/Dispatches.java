package org.notificationhub.routing.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

    public static Person serviceUser(String ageBand) {
        return new Person("SU-0417", "SERVICE_USER", ageBand);
    }

    public static Dispatch submission() {
        return dispatch(Action.SUBMIT, null, null);
    }

    public static Dispatch amendment(String earlier) {
        return dispatch(Action.AMEND, earlier, null);
    }

    public static Dispatch withdrawal(String earlier) {
        return dispatch(Action.WITHDRAW, earlier, "Entered twice");
    }

    private static Dispatch dispatch(Action action, String earlier, String reason) {
        return new Dispatch(
                DELIVERY,
                NOTIFICATION,
                action == Action.SUBMIT ? 1 : 2,
                Instant.parse("2026-07-31T23:31:00Z"),
                "http",
                action,
                "SERIOUS_INJURY",
                content("SERIOUS_INJURY", serviceUser("75-84")),
                reason,
                earlier,
                "2",
                "corr-1",
                TRACE);
    }
}
