package org.notificationhub.irmer.count;

/** What notifications of a year are counted by. The first step of every path is the modality, or {@code NOT_KNOWN}. */
public enum Dimension {
    /** {@code [modality, organisationType]}: the one dimension in which every counted notification is exactly once. */
    COUNTED,
    /** {@code [modality, subModality]}, as reviewed, or else as notified; {@code [modality]} where neither names one. */
    SUB_MODALITY,
    /** {@code [modality, tier1, tier2, tier3]}, as far as the review went; {@code [modality]} before it. */
    TIER,
    /** {@code [modality, saueCode]}; {@code [modality]} where none was given. */
    CODE,
    /** {@code [modality, complementaryCode]}, once for each. */
    COMPLEMENTARY_CODE,
    /** {@code [modality, factor, STATED|CONFIRMED]}, once for each; {@code [modality]} where there is none. */
    FACTOR,
    /** {@code [modality, IN_TIME|LATE|NOT_KNOWN]}: told within two weeks of discovery. */
    NOTIFIED,
    /** {@code [modality, IN_TIME|LATE|NOT_KNOWN]} or {@code [modality, AWAITED, dueDate]}: investigated in twelve weeks. */
    REPORTED,
    /** {@code [modality, provider]}. */
    PROVIDER,
    /** {@code [modality, WITHDRAWN|TEST|OUTSIDE_ENGLAND]}: what is in no other dimension, and why. */
    LEFT_OUT,
    /** {@code [modality]}: counted, but another provider told of what looks like the same incident. */
    POSSIBLE_DUPLICATE
}
