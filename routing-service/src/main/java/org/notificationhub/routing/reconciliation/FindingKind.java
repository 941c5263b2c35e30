package org.notificationhub.routing.reconciliation;

/** What can be wrong between what the law asks, what was told, and what the authorities have. */
public enum FindingKind {
    LFPSE_ONLY(
            "Regulation 18(4) of SI 2009/3112 lets only health service bodies, local authorities and primary medical"
                    + " services off; an independent provider must tell CQC itself, whatever LfPSE has.",
            "Have the provider notify CQC through the hub, giving the LfPSE reference in lfpse.reference; where CQC has been"
                    + " told by another way, have it sent with cqc.reference and cqc.notifiedAt.",
            "CQC has been told, or nothing is owed to it any more"),
    ACCEPTED_WITHOUT_CQC_FLAG(
            "What LfPSE took without the flag for CQC, or under another criterion, is not shown to have told NHS England of"
                    + " what regulation 18 of SI 2009/3112 asks for: the duty to tell CQC stands.",
            "See that CQC is told directly: look at the notification's delivery to CQC and move it on, or have the trust"
                    + " answer the CQC questions of its LfPSE record and notify it through the hub.",
            "CQC has been told, or the record carries the flag now"),
    EXEMPTION_FAILED(
            "Regulation 18(4) of SI 2009/3112 exempts a body only while NHS England has been told. LfPSE has not accepted"
                    + " the report, or the record was withdrawn, and the original clock runs.",
            "See that CQC is told: look at the notification's delivery to CQC, mend what holds it up, and retry it or submit"
                    + " it by hand.",
            "CQC has been told, or nothing is owed to it any more"),
    TOLD_TWICE(
            "No law forbids it, but an authority may count one event as two.",
            "Tell the authority that both are one event, quoting both references; where LfPSE has two records, have one"
                    + " withdrawn. Then close this with what was agreed.",
            "Only one of them stands any more"),
    STANDS_AFTER_WITHDRAWAL(
            "The sender has taken the notification back, and LfPSE still counts the event: it was not asked to delete its"
                    + " record (hub.lfpse.withdraw), or did not. Nothing is owed to CQC for it any more.",
            "Ask the provider whether the record is to stand, as one of an event that need not be notified may. If not, have it"
                    + " withdrawn in LfPSE by whoever keeps it there; if so, close this with the provider's reason.",
            "The record was withdrawn from LfPSE"),
    NO_RECEIPT(
            "Only the authority's own acceptance proves that a duty under SI 2009/3112 was met; what was sent without an"
                    + " answer proves nothing.",
            "Ask the authority, quoting the sender's reference, whether it has it. If it has, record its reference; if it has"
                    + " not, retry the delivery.",
            "The authority has answered, or it need not any more"),
    CLASS_MISMATCH(
            "Which regulation 18 duties a provider has turns on its class. The register contradicts itself, so the provider"
                    + " is treated as independent and CQC is told.",
            "Compare the provider's ownership and sector in CQC's register, have CQC correct them, and import the register"
                    + " again.",
            "The register does not contradict itself any more");

    private final String because;
    private final String toDo;
    private final String resolution;

    FindingKind(String because, String toDo, String resolution) {
        this.because = because;
        this.toDo = toDo;
        this.resolution = resolution;
    }

    /** The law, or else the harm. */
    public String because() {
        return because;
    }

    /** The next step of whoever looks at it. */
    public String toDo() {
        return toDo;
    }

    /** How it resolved, where nothing more can be said. */
    String resolution() {
        return resolution;
    }
}
