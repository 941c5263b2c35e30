package org.notificationhub.lfpse;

import java.util.List;

/**
 * One thing wrong with an event.
 *
 * @param rule stable code of the rule that is broken
 * @param location where in the resource, in the manner of FHIRPath
 * @param pointer JSON Pointer into the block of a notification; null for what a block cannot hold
 * @param text for people; repeats nothing of what was sent
 */
public record Fault(Severity severity, String rule, String location, String pointer, String text) {

    public enum Severity {
        /** Not an AdverseEvent of this release of FHIR: LfPSE's parser stops at it. */
        FATAL,
        ERROR,
        /** LfPSE is thought to mind, or will not keep it; nothing shows that it refuses. */
        WARNING
    }

    /** Whether LfPSE would refuse the event for it. */
    public boolean refuses() {
        return severity != Severity.WARNING;
    }

    public static boolean anyRefuses(List<Fault> faults) {
        return faults.stream().anyMatch(Fault::refuses);
    }
}
