package org.notificationhub.irmer.count;

/** A cell and the notifications in it, as known at a time; never zero. */
public record Count(Cell cell, int total) {}
