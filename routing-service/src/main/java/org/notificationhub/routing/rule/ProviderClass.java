package org.notificationhub.routing.rule;

/** Which column of the law applies. Whoever is unknown is {@code INDEPENDENT}: the safe error is to tell CQC too much. */
public enum ProviderClass {
    NHS_BODY,
    INDEPENDENT
}
