package org.notificationhub.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.notification.Sender;
import org.notificationhub.intake.status.Interest;

/** {@code { "url", "providerIds"?, "statuses"? }}. */
record WebhookRequest(String url, List<String> providerIds, List<NotificationStatus> statuses) {

    private static final Set<String> MEMBERS = Set.of("url", "providerIds", "statuses");
    private static final String EVERY_PROVIDER = "*";
    private static final int MOST = 1_000;

    static WebhookRequest read(JsonNode body) {
        var faults = new ArrayList<Fault>();
        if (!body.isObject()) {
            faults.add(new Fault("", "WRONG_TYPE", "Send a JSON object"));
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                faults.add(new Fault("/" + name, "UNKNOWN_MEMBER", "Remove this member; it is not known here"));
            }
        });
        if (!body.path("url").isTextual()) {
            faults.add(new Fault("/url", "REQUIRED", "Say where to send, as an absolute URL"));
        }
        var providerIds = texts(body, "providerIds", faults);
        var statuses = texts(body, "statuses", faults);
        if (statuses != null && !statuses.stream().allMatch(WebhookRequest::isStatus)) {
            faults.add(new Fault(
                    "/statuses", "NOT_A_CODE", "Use some of: " + Arrays.toString(NotificationStatus.values())));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.VALIDATION, faults);
        }
        return new WebhookRequest(
                body.get("url").textValue(),
                providerIds,
                statuses == null
                        ? null
                        : statuses.stream().map(NotificationStatus::valueOf).toList());
    }

    /** Of those it names; where it names none, of all that the sender acts for. */
    Interest interest(Sender sender) {
        if (providerIds != null && !providerIds.stream().allMatch(sender::actsFor)) {
            throw new Refusal(ProblemKind.FORBIDDEN, ProblemKind.FORBIDDEN.remedy());
        }
        var wanted = providerIds == null ? sender.providerIds() : providerIds;
        return new Interest(
                wanted.contains(EVERY_PROVIDER)
                        ? null
                        : wanted.stream().distinct().sorted().toList(),
                statuses);
    }

    /** Null where it is absent. */
    private static List<String> texts(JsonNode body, String member, List<Fault> faults) {
        var given = body.path(member);
        if (given.isMissingNode()) {
            return null;
        }
        var texts = new ArrayList<String>();
        given.forEach(each -> texts.add(each.textValue()));
        if (!given.isArray() || given.isEmpty() || given.size() > MOST || texts.contains(null)) {
            faults.add(
                    new Fault("/" + member, "WRONG_TYPE", "Use an array of 1 to " + MOST + " codes, or leave it out"));
            return null;
        }
        return texts;
    }

    private static boolean isStatus(String code) {
        return Arrays.stream(NotificationStatus.values())
                .anyMatch(status -> status.name().equals(code));
    }
}
