package org.notificationhub.maternity.catalogue;

/** The five questions CQC asks of every service. They outlive the frameworks that spell them out. */
public enum KeyQuestion {
    SAFE,
    EFFECTIVE,
    CARING,
    RESPONSIVE,
    WELL_LED
}
