package org.notificationhub.routing.rule;

/**
 * A kind of event that the law asks somebody to notify, or that is recorded in LfPSE alone.
 *
 * @param code such as {@code SERIOUS_INJURY}
 * @param cqcCriterion under which LfPSE flags it for CQC, of its list {@code cqc-criteria}; null where it has none
 */
public record EventType(String code, String title, String cqcCriterion) {

    /** Whether it comes under IR(ME)R, which is told by the employer, registered with CQC or not. */
    public boolean isRadiation() {
        return code.startsWith("IRMER_");
    }
}
