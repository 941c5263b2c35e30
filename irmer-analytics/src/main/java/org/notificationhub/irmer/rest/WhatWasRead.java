package org.notificationhub.irmer.rest;

import java.util.Arrays;
import java.util.Optional;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.classification.Review.Condition;
import org.notificationhub.irmer.classification.Revision;

/**
 * Whether a change was made knowing what it changes: by RFC 9110 13.1, and never without saying so.
 *
 * @param ifMatch null where the request has no such header
 * @param ifNoneMatch null where the request has no such header
 */
record WhatWasRead(String ifMatch, String ifNoneMatch) implements Condition {

    @Override
    public Optional<Refusal> objection(Revision current) {
        if (ifMatch != null && !names(ifMatch, current) || ifNoneMatch != null && names(ifNoneMatch, current)) {
            return Optional.of(new Refusal(ProblemKind.STALE, ProblemKind.STALE.remedy()));
        }
        return current == null || ifMatch != null
                ? Optional.empty()
                : Optional.of(
                        new Refusal(ProblemKind.PRECONDITION_REQUIRED, ProblemKind.PRECONDITION_REQUIRED.remedy()));
    }

    private static boolean names(String tags, Revision current) {
        return current != null
                && Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals('"' + tag(current) + '"'));
    }

    static String tag(Revision revision) {
        return Integer.toString(revision.number());
    }
}
