package org.notificationhub.irmer.report;

/**
 * How many notifications of a year are alike.
 *
 * @param modality null where none is known
 */
public record Tally(Modality modality, boolean withdrawn, int count) {}
