package org.notificationhub.intake.notification;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.content.BodyCheck;
import org.notificationhub.intake.content.ContentRules;
import org.notificationhub.intake.content.IdentifyingData;
import org.notificationhub.intake.content.LfpseRules;

/** Everything that can be wrong with a notification, found before anything is stored. */
@ApplicationScoped
public class NotificationCheck {

    private final BodyCheck schema;
    private final ContentRules rules;
    private final LfpseRules lfpseRules;
    private final IdentifyingData identifyingData;
    private final Clock clock;

    NotificationCheck(
            BodyCheck schema, ContentRules rules, LfpseRules lfpseRules, IdentifyingData identifyingData, Clock clock) {
        this.schema = schema;
        this.rules = rules;
        this.lfpseRules = lfpseRules;
        this.identifyingData = identifyingData;
        this.clock = clock;
    }

    /** Every fault, of every kind: those of the rules only once the body has the right form. */
    public List<Fault> faults(JsonNode body) {
        var faults = schema.faults(body);
        return faults.isEmpty() ? broken(body) : faults;
    }

    /** The content, or the refusal that lists every fault. */
    NotificationContent accepted(JsonNode body, Sender sender) {
        refuseIfAny(ProblemKind.VALIDATION, schema.faults(body));
        var content = ContentJson.of(body);
        if (!sender.actsFor(content.provider().code())) {
            throw new Refusal(ProblemKind.FORBIDDEN, "Your token is not for whom /provider names");
        }
        refuseIfAny(ProblemKind.RULE_BROKEN, broken(body));
        return content;
    }

    private List<Fault> broken(JsonNode body) {
        var faults = new ArrayList<>(rules.faults(body, clock.instant()));
        faults.addAll(lfpseRules.faults(body));
        faults.addAll(identifyingData.faults(body));
        return faults;
    }

    private static void refuseIfAny(ProblemKind kind, List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refusal(kind, faults);
        }
    }
}
