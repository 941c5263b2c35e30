package org.notificationhub.routing.rule;

/** What the law asks of a provider of one class for events of one type. */
public enum StatutoryDuty {
    CQC_DIRECT,
    /** CQC need not be told of what LfPSE has accepted. */
    LFPSE_DISCHARGES,
    NOT_REQUIRED,
    /** The law of these days is not settled, or the hub does not hold it: a person decides. */
    HOLD;

    boolean isOwed() {
        return switch (this) {
            case CQC_DIRECT, LFPSE_DISCHARGES -> true;
            case NOT_REQUIRED, HOLD -> false;
        };
    }
}
