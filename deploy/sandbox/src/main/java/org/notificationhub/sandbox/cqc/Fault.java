package org.notificationhub.sandbox.cqc;

/** @param pointer JSON Pointer to the member at fault */
record Fault(String pointer, String code) {}
