package org.notificationhub.maternity.feedback;

/** Who a reader is: one of the staff groups, or somebody else. */
public enum Respondent {
    FRONTLINE,
    MANAGER,
    BOARD,
    INTEGRATED_CARE_SYSTEM,
    OTHER
}
