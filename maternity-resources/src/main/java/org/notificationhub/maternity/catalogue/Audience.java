package org.notificationhub.maternity.catalogue;

/** The four staff groups that the regulator's own resource speaks to. A question is put to one or more of them. */
public enum Audience {
    FRONTLINE,
    MANAGER,
    BOARD,
    INTEGRATED_CARE_SYSTEM
}
