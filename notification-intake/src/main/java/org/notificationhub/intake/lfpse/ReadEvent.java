package org.notificationhub.intake.lfpse;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.lfpse.Fault;
import org.notificationhub.lfpse.Fault.Severity;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.lfpse.LfpseEvent;

/** Reads what a client of LfPSE sends, and refuses what LfPSE would refuse, with every fault at once. */
@Singleton
class ReadEvent {

    private final Lfpse lfpse;

    ReadEvent(Lfpse lfpse) {
        this.lfpse = lfpse;
    }

    /** @param id that the address names; null for a new event */
    LfpseEvent read(String text, String id) {
        var reading = lfpse.examine(text);
        var faults = new ArrayList<>(reading.faults());
        if (id != null && reading.id() != null && !reading.id().equals(id)) {
            faults.add(new Fault(
                    Severity.ERROR, "id", "AdverseEvent.id", null, "The id is that of the address, or left out"));
        }
        if (Fault.anyRefuses(faults)) {
            throw new BrokenRules(faults.stream().filter(Fault::refuses).toList());
        }
        return reading.event();
    }

    /** LfPSE's own words for what is wrong. */
    static final class BrokenRules extends Refusal {

        private final transient List<Fault> broken;

        private BrokenRules(List<Fault> broken) {
            super(
                    isUnreadable(broken) ? ProblemKind.UNREADABLE : ProblemKind.RULE_BROKEN,
                    "LfPSE would refuse the event");
            this.broken = broken;
        }

        private static boolean isUnreadable(List<Fault> faults) {
            return faults.stream().anyMatch(fault -> fault.severity() == Severity.FATAL);
        }

        List<Fault> broken() {
            return broken;
        }
    }
}
