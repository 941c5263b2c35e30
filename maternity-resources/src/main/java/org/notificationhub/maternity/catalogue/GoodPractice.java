package org.notificationhub.maternity.catalogue;

import java.util.List;

/**
 * One statement of what good looks like.
 *
 * @param anchor stable within the resource, so that a ward can cite one line
 * @param references ids of what the statement rests on; where empty, the resource's own references carry it
 */
public record GoodPractice(String anchor, String text, List<String> references) {
    public GoodPractice {
        references = Lists.orEmpty(references);
    }
}
