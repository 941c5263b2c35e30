package org.notificationhub.irmer.classification;

import org.notificationhub.http.Refusal;

/** What became of a review. */
public sealed interface Outcome {

    record Taken(Revision revision) implements Outcome {}

    /** It says what had been said. */
    record Unchanged(Revision revision) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
}
