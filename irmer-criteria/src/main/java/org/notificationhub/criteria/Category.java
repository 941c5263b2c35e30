package org.notificationhub.criteria;

/** What a criterion is about, whatever number an edition gives it. */
public enum Category {
    /** A time whose criteria are not held one by one. */
    EVERY_EXPOSURE,
    ACCIDENTAL,
    UNINTENDED_LOWEST,
    UNINTENDED_LOW,
    UNINTENDED_MIDDLE,
    UNINTENDED_HIGH,
    INTERVENTIONAL,
    PLANNING_IMAGING,
    VERIFICATION_IMAGING_FRACTION,
    VERIFICATION_IMAGING_COURSE,
    FOETUS,
    BREASTFED_INFANT,
    RADIOPHARMACEUTICAL,
    THERAPY_OVER,
    THERAPY_UNDER,
    GEOGRAPHICAL_MISS,
    NINTH_CODE,
    MULTIPLE_INDIVIDUALS
}
