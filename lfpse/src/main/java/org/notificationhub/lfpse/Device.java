package org.notificationhub.lfpse;

/** What is not one of the taxonomy's questions about a device is plain FHIR; each is null where it is not given. */
public record Device(Answers answers, String manufacturer, String model, String serial) {}
