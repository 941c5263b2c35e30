package org.notificationhub.routing.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.notificationhub.events.DutyStatus;
import org.notificationhub.routing.delivery.DutyStanding;
import org.notificationhub.routing.evidence.EvidenceChain.Entry;
import org.notificationhub.routing.evidence.pack.EvidencePack;
import org.notificationhub.routing.evidence.pack.EvidencePack.Delivered;
import org.notificationhub.routing.evidence.pack.EvidencePack.DutyOwed;
import org.notificationhub.routing.rule.Authority;
import org.notificationhub.routing.rule.EventType;
import org.notificationhub.routing.rule.Vocabulary;
import org.notificationhub.words.LondonTime;

/** A pack as a page to read and to print: was each duty met, and how do we know. */
@ApplicationScoped
class EvidencePage {

    private static final String NONE = "Not known";

    private final Vocabulary vocabulary;

    EvidencePage(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    TemplateInstance of(EvidencePack pack) {
        return new evidence(
                about(pack),
                pack.duties().stream().map(EvidencePage::duty).toList(),
                pack.decisions().stream().map(EvidencePage::decision).toList(),
                pack.deliveries().stream()
                        .flatMap(delivery -> delivery.attempts().stream().map(tried -> attempt(delivery, tried)))
                        .toList(),
                pack.entries().stream().map(EvidencePage::line).toList(),
                anchored(pack),
                pack.signature().kid());
    }

    private About about(EvidencePack pack) {
        var notification = pack.notification();
        return new About(
                notification.id().toString(),
                vocabulary.type(notification.type()).map(EventType::title).orElse(notification.type()),
                notification.providerId(),
                pack.versions().isEmpty()
                        ? NONE
                        : LondonTime.of(pack.versions().get(0).receivedAt()),
                notification.withdrawn(),
                LondonTime.of(pack.generatedAt()),
                pack.generatedBy());
    }

    private static DutyRow duty(DutyOwed owed) {
        var standing = owed.standing();
        return new DutyRow(
                name(standing.authority().name()),
                standing(standing),
                due(standing),
                standing.dueBecause(),
                time(standing.metAt()),
                standing.dischargedBy(),
                owed.lateReason() == null ? null : owed.lateReason().reason(),
                owed.lateReason() == null ? null : owed.lateReason().by());
    }

    private static String standing(DutyStanding duty) {
        if (duty.status() == DutyStatus.DISCHARGED) {
            return duty.late() ? "Met, late" : "Met";
        }
        return switch (duty.status()) {
            case OPEN -> duty.metAt() == null ? "Not met" : "Met for an earlier version, open for this one";
            case NOT_REQUIRED -> "Nothing is owed";
            case WITHDRAWN -> "Withdrawn by the sender";
            case DISCHARGED -> "Met";
        };
    }

    private static String due(DutyStanding duty) {
        if (duty.dueAt() != null) {
            return LondonTime.of(duty.dueAt());
        }
        return duty.internalTarget() == null
                ? "No time limit"
                : "The law gives no number; the provider’s own target is " + LondonTime.of(duty.internalTarget());
    }

    private static DecisionRow decision(EvidencePack.DecisionTaken taken) {
        var duties = StreamSupport.stream(taken.decision().path("duties").spliterator(), false)
                .map(EvidencePage::answer)
                .toList();
        return new DecisionRow(
                LondonTime.of(taken.decidedAt()),
                taken.version(),
                taken.decision().path("rulesVersion").asText(),
                duties);
    }

    private static AnswerRow answer(JsonNode duty) {
        var laws = StreamSupport.stream(duty.path("citations").spliterator(), false)
                .map(law -> law.path("instrument").asText() + " "
                        + law.path("provision").asText())
                .toList();
        return new AnswerRow(
                name(duty.path("authority").asText()),
                plain(duty.path("outcome").asText()),
                duty.path("because").asText(),
                String.join(", ", laws));
    }

    private static AttemptRow attempt(Delivered delivery, EvidencePack.Tried tried) {
        var reference = delivery.receipt() == null ? null : delivery.receipt().reference();
        return new AttemptRow(
                name(delivery.authority().name()),
                delivery.version(),
                tried.number(),
                LondonTime.of(tried.startedAt()),
                tried.outcome() == null
                        ? "Not answered yet"
                        : plain(tried.outcome().name()),
                tried.outcome() != null && tried.outcome().name().equals("ACCEPTED") ? reference : tried.explanation(),
                tried.taxonomy());
    }

    private static Line line(Entry entry) {
        return new Line(
                entry.number(),
                LondonTime.of(entry.at()),
                plain(entry.step()),
                entry.actor().equals("hub") ? "the hub" : entry.actor(),
                entry.hash().substring(0, 16));
    }

    private static String anchored(EvidencePack pack) {
        if (pack.proofs().isEmpty()) {
            return "No entry has been anchored yet.";
        }
        var proof = pack.proofs().get(pack.proofs().size() - 1);
        return "Entries up to %d are bound by anchor %d, made at %s."
                .formatted(
                        proof.entry(),
                        proof.anchor(),
                        LondonTime.of(
                                pack.anchors().get(pack.anchors().size() - 1).at()));
    }

    private static String time(Instant instant) {
        return instant == null ? "—" : LondonTime.of(instant);
    }

    private static String name(String authority) {
        return authority.equals(Authority.LFPSE.name()) ? "LfPSE" : authority;
    }

    private static String plain(String code) {
        return code.charAt(0)
                + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ').replace("lfpse", "LfPSE");
    }

    /** Its name is the template's. */
    record evidence(
            About about,
            List<DutyRow> duties,
            List<DecisionRow> decisions,
            List<AttemptRow> attempts,
            List<Line> entries,
            String anchored,
            String kid)
            implements TemplateInstance {}

    record About(
            String id,
            String type,
            String provider,
            String receivedAt,
            boolean withdrawn,
            String generatedAt,
            String generatedBy) {}

    /** @param evidence what discharged it; null where nothing has */
    record DutyRow(
            String authority,
            String standing,
            String due,
            String dueBecause,
            String metAt,
            String evidence,
            String lateReason,
            String lateReasonBy) {}

    record DecisionRow(String at, int version, String edition, List<AnswerRow> answers) {}

    record AnswerRow(String authority, String outcome, String because, String law) {}

    /**
     * @param says the authority's reference, or why it was not taken
     * @param taxonomy the version of LfPSE's in which it was told, or null
     */
    record AttemptRow(
            String authority, int version, int number, String at, String outcome, String says, String taxonomy) {}

    record Line(int number, String at, String step, String actor, String hash) {}
}
