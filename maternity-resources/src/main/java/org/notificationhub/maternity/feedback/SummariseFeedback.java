package org.notificationhub.maternity.feedback;

import jakarta.inject.Singleton;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/** Says what readers said together, and gives nobody away. */
@Singleton
public class SummariseFeedback {

    private final ResourceCatalogue catalogue;
    private final FeedbackRepository feedback;

    SummariseFeedback(ResourceCatalogue catalogue, FeedbackRepository feedback) {
        this.catalogue = catalogue;
        this.feedback = feedback;
    }

    public FeedbackSummary summary() {
        return FeedbackSummary.of(catalogue.resources(), feedback.tallies());
    }
}
