package org.notificationhub.irmer.exposure;

import static org.notificationhub.irmer.report.ReportingYear.LONDON;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.NotificationAmended;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.events.NotificationWithdrawn;
import org.notificationhub.irmer.report.Modality;

/**
 * What one version of a notification says of a significant accidental or unintended exposure. Nothing here is ever
 * changed; of several versions the highest is the truth, in whichever order they came. A withdrawal says nothing of the
 * exposure: all that it has is who withdrew, and when.
 *
 * @param saidAt when the hub took this version
 * @param toldCqcAt when the sender had told CQC itself, before it told the hub; null where it had not
 * @param modality null where none is known
 * @param country null where it is England's
 * @param likeness the same for two accounts of what may be one incident; null where too little is told to say, and for
 *     what is not counted anyway
 */
record Exposure(
        UUID notificationId,
        int version,
        Instant saidAt,
        String providerId,
        String reference,
        Instant toldCqcAt,
        Instant discoveredAt,
        String modality,
        String subModality,
        String code,
        List<String> complementary,
        String organisationType,
        String country,
        List<String> factors,
        String likeness,
        boolean test,
        boolean withdrawn) {

    private static final String ENGLAND = "ENGLAND";

    static Exposure of(HubEvent.FromSender event) {
        if (event instanceof NotificationReceived received) {
            return said(event, received.receivedAt(), received.content());
        }
        if (event instanceof NotificationAmended amended) {
            return said(event, amended.amendedAt(), amended.content());
        }
        return withdrawal((NotificationWithdrawn) event);
    }

    private static Exposure withdrawal(NotificationWithdrawn event) {
        return new Exposure(
                event.notificationId(),
                event.version(),
                event.withdrawnAt(),
                event.providerId(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null,
                false,
                true);
    }

    private static Exposure said(HubEvent.FromSender event, Instant at, NotificationContent content) {
        var details = content.details();
        var country = country(content);
        return new Exposure(
                event.notificationId(),
                event.version(),
                at,
                event.providerId(),
                content.reference(),
                content.cqc() == null ? null : content.cqc().notifiedAt(),
                instant(details.path("discoveredAt")),
                Modality.of(details.path("modality").asText()).map(Enum::name).orElse(null),
                text(details.path("subModality")),
                text(details.path("saueCode")),
                texts(details.path("complementaryCodes")),
                text(details.path("organisationType")),
                country,
                texts(details.path("contributoryFactors")),
                content.test() || country != null ? null : likeness(content),
                content.test(),
                false);
    }

    private static String country(NotificationContent content) {
        var site = content.provider().country() == null
                ? text(content.details().path("country"))
                : content.provider().country();
        return ENGLAND.equals(site) ? null : site;
    }

    /** Two employers who share a patient's exposure tell the same day, kind of use, code and doses. */
    private static String likeness(NotificationContent content) {
        var details = content.details();
        var intended = number(details.path("intendedDose_mSv"));
        var total = number(details.path("totalDose_mSv"));
        if (content.occurredAt() == null || intended == null || total == null) {
            return null;
        }
        return String.join(
                "|",
                content.occurredAt().atZone(LONDON).toLocalDate().toString(),
                details.path("modality").asText(),
                details.path("saueCode").asText(),
                intended.stripTrailingZeros().toPlainString(),
                total.stripTrailingZeros().toPlainString());
    }

    private static String text(JsonNode member) {
        return member.isTextual() ? member.textValue() : null;
    }

    private static BigDecimal number(JsonNode member) {
        return member.isNumber() ? member.decimalValue() : null;
    }

    private static Instant instant(JsonNode member) {
        return member.isTextual() ? OffsetDateTime.parse(member.textValue()).toInstant() : null;
    }

    private static List<String> texts(JsonNode members) {
        Stream<JsonNode> each = StreamSupport.stream(members.spliterator(), false);
        return each.filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .distinct()
                .toList();
    }
}
