package org.notificationhub.maternity.feedback;

/**
 * What a reader said of a version of a resource.
 *
 * @param resourceId stays when the resource moves to another address
 * @param audience null where the reader did not say
 * @param intention null where the reader did not say
 * @param comment null where there is none; checked for what identifies a person
 */
public record Feedback(
        String resourceId, int version, Useful useful, Respondent audience, Intention intention, String comment) {}
