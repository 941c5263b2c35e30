package org.notificationhub.irmer.classification;

import java.util.List;

/**
 * What a review found about one exposure, in codes of the vocabulary.
 *
 * @param subModality null where the review named none; then the notifier's stands
 * @param tiers who erred, where in the pathway, and what went wrong, as far as it is known
 * @param factors what contributed; null where the review did not look at it, and then the notifier's stand. Empty where it
 *     found none.
 */
public record Classification(String subModality, List<String> tiers, List<String> factors) {

    public Classification {
        tiers = List.copyOf(tiers);
        factors = factors == null ? null : List.copyOf(factors);
    }

    /** Each factor once and by code, so that what says the same is equal. */
    Classification inOrder() {
        return factors == null
                ? this
                : new Classification(
                        subModality, tiers, factors.stream().distinct().sorted().toList());
    }

    /** Null where the review did not go that far. */
    public String tier(int depth) {
        return tiers.size() < depth ? null : tiers.get(depth - 1);
    }
}
