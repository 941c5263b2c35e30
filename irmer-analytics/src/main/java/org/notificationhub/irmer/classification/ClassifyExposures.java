package org.notificationhub.irmer.classification;

import static java.util.stream.Collectors.toSet;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.notificationhub.irmer.count.Counts;

/** Takes what reviews found: a batch in one transaction, each of it for itself. */
@ApplicationScoped
public class ClassifyExposures {

    private final ReviewableRepository reviewables;
    private final TermRepository terms;
    private final ClassificationRepository classifications;
    private final Counts counts;

    ClassifyExposures(
            ReviewableRepository reviewables,
            TermRepository terms,
            ClassificationRepository classifications,
            Counts counts) {
        this.reviewables = reviewables;
        this.terms = terms;
        this.classifications = classifications;
        this.counts = counts;
    }

    /**
     * What became of each, in order. What is refused keeps none of the others from being taken.
     *
     * @param by the subject of the token with which they came
     */
    public List<Outcome> classify(List<Review> reviews, String by) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var recordedAt = counts.open();
            var batch = batch(reviews, by, recordedAt);
            var outcomes = reviews.stream().map(batch::outcome).toList();
            if (!batch.added().isEmpty()) {
                classifications.add(batch.added(), recordedAt);
                counts.settle(
                        batch.added().stream().map(Revision::notificationId).collect(toSet()), recordedAt);
            }
            return outcomes;
        });
    }

    private ReviewBatch batch(List<Review> reviews, String by, Instant at) {
        var references = reviewables.notificationIds(reviews.stream()
                .map(Review::reference)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var ids = Stream.concat(
                        reviews.stream().map(Review::notificationId).filter(Objects::nonNull),
                        references.values().stream())
                .collect(toSet());
        return new ReviewBatch(
                references, reviewables.find(ids), classifications.current(ids), new Vocabulary(terms.all()), by, at);
    }
}
