package org.notificationhub.maternity.catalogue;

import java.util.List;

/**
 * A heading under which a framework assesses. The id is ours.
 *
 * @param regulations numbers in the Regulated Activities Regulations 2014 that we link it to
 */
public record Criterion(
        String id, KeyQuestion keyQuestion, String name, List<Integer> regulations, Confidence confidence) {
    public Criterion {
        regulations = Lists.orEmpty(regulations);
    }
}
