package org.notificationhub.irmer.classification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.classification.Review.Reference;

/** Reviews under way, with what is known of what they are about; a later one sees what an earlier one said. */
final class ReviewBatch {

    private final Map<Reference, UUID> references;
    private final Map<UUID, Reviewable> reviewables;
    private final Map<UUID, Revision> current;
    private final Vocabulary vocabulary;
    private final String by;
    private final Instant at;
    private final List<Revision> added = new ArrayList<>();

    ReviewBatch(
            Map<Reference, UUID> references,
            Map<UUID, Reviewable> reviewables,
            Map<UUID, Revision> current,
            Vocabulary vocabulary,
            String by,
            Instant at) {
        this.references = references;
        this.reviewables = reviewables;
        this.current = new HashMap<>(current);
        this.vocabulary = vocabulary;
        this.by = by;
        this.at = at;
    }

    List<Revision> added() {
        return added;
    }

    Outcome outcome(Review review) {
        var reviewable = reviewable(review);
        if (reviewable.isEmpty()) {
            return refused(new Refusal(ProblemKind.NOT_FOUND, "No exposure is known by that id or reference."));
        }
        var about = reviewable.get();
        var faults = vocabulary.faults(review.said(), about.modality(), about.year());
        return faults.isEmpty()
                ? outcome(about.notificationId(), review)
                : refused(new Refusal(ProblemKind.RULE_BROKEN, faults));
    }

    private Optional<Reviewable> reviewable(Review review) {
        return Optional.ofNullable(
                        review.reference() == null ? review.notificationId() : references.get(review.reference()))
                .map(reviewables::get);
    }

    private Outcome outcome(UUID notificationId, Review review) {
        var said = review.said().inOrder();
        var before = current.get(notificationId);
        if (before != null && before.classification().equals(said)) {
            return new Outcome.Unchanged(before);
        }
        return review.condition()
                .objection(before)
                .map(ReviewBatch::refused)
                .orElseGet(() ->
                        taken(new Revision(notificationId, before == null ? 1 : before.number() + 1, at, by, said)));
    }

    private Outcome taken(Revision revision) {
        current.put(revision.notificationId(), revision);
        added.add(revision);
        return new Outcome.Taken(revision);
    }

    private static Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }
}
