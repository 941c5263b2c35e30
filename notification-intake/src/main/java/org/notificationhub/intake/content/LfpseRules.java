package org.notificationhub.intake.content;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.notificationhub.http.Fault;
import org.notificationhub.lfpse.EventBlock;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.lfpse.TaxonomyVersion;

/**
 * What LfPSE would refuse of the answers in {@code details.lfpse}, told to the sender while it can still put them right.
 * What it may leave out, since the hub adds it before it sends, is not missed here.
 */
@Singleton
public class LfpseRules {

    private static final String BLOCK = "/details/lfpse";

    /** From the rest of the notification, or with the code for "not known". */
    private static final Set<String> ADDED =
            Set.of("StrengthOfAssociation", "TodaysDate", "ApproximateDate", "Organisation");

    private static final Set<String> ADDED_TO_INCIDENTS =
            Set.of("InvolvedAgents", "SafetyChallenges", "RiskImminent", "RiskPopulation");

    private final Lfpse lfpse = Lfpse.of(TaxonomyVersion.current());

    /** @param body fits the schema of its type */
    public List<Fault> faults(JsonNode body) {
        var block = body.at(BLOCK);
        if (!block.isObject()) {
            return List.of();
        }
        var event = EventBlock.read(block);
        return lfpse.check(event).stream()
                .filter(fault -> fault.refuses() && fault.pointer() != null)
                .filter(fault -> !isAdded(fault.pointer(), block, event.type()))
                .map(fault -> new Fault(BLOCK + fault.pointer(), code(fault.rule()), fault.text()))
                .toList();
    }

    private static boolean isAdded(String pointer, JsonNode block, EventType type) {
        var question = pointer.substring(pointer.lastIndexOf('/') + 1);
        return block.at(pointer).isMissingNode()
                && (ADDED.contains(question) || type == EventType.INCIDENT && ADDED_TO_INCIDENTS.contains(question));
    }

    private static String code(String rule) {
        return "LFPSE_" + rule.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
