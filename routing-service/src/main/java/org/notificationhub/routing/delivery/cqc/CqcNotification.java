package org.notificationhub.routing.delivery.cqc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.notificationhub.events.NotificationContent.Person;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.routing.delivery.Dispatch;

/**
 * What the {@code http} channel tells CQC. What the sender told LfPSE, or has for it, or told CQC before,
 * stays with the hub.
 *
 * @param type whose rule was applied, as CQC has a form for each
 * @param sentAs the type the sender chose, where another rule goes before it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CqcNotification(
        UUID requestId,
        Dispatch.Action action,
        UUID notificationId,
        int version,
        String type,
        String sentAs,
        String reference,
        String previousReference,
        Provider provider,
        Instant occurredAt,
        Instant awareAt,
        String summary,
        List<Person> people,
        JsonNode details,
        String withdrawalReason,
        boolean test) {

    static CqcNotification of(Dispatch dispatch) {
        var content = dispatch.content();
        return new CqcNotification(
                dispatch.deliveryId(),
                dispatch.action(),
                dispatch.notificationId(),
                dispatch.version(),
                dispatch.decidedAs(),
                content.type().equals(dispatch.decidedAs()) ? null : content.type(),
                content.reference(),
                dispatch.earlierReference(),
                content.provider(),
                content.occurredAt(),
                content.awareAt(),
                content.summary(),
                content.people(),
                withoutLfpse(content.details()),
                dispatch.withdrawalReason(),
                content.test());
    }

    private static JsonNode withoutLfpse(JsonNode details) {
        return details.has("lfpse") ? details.<ObjectNode>deepCopy().without("lfpse") : details;
    }
}
