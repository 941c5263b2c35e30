package org.notificationhub.routing.rule;

/** What the law asks of a provider of one class for events of one type. */
public enum StatutoryDuty {
    CQC_DIRECT,
    /** CQC need not be told of what LfPSE has accepted. */
    LFPSE_DISCHARGES,
    NOT_REQUIRED
}
