package org.notificationhub.criteria;

import java.util.List;

/** Tables with a gap, an overlap, an unknown word or a row without a source: nothing may be assessed by them. */
public final class CriteriaUnusable extends RuntimeException {

    CriteriaUnusable(List<String> flaws) {
        super(String.join("\n", flaws));
    }
}
