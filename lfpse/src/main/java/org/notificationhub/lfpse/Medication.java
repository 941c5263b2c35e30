package org.notificationhub.lfpse;

/** @param name as text; null where it is not given */
public record Medication(Answers answers, String name) {}
