package org.notificationhub.maternity.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One statement of what good looks like.
 *
 * @param anchor stable within the resource, so that a ward can cite one line
 * @param references ids of what the statement rests on
 * @param confidence of a statement that rests on no reference; null where one carries it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GoodPractice(String anchor, String text, List<String> references, Confidence confidence) {
    public GoodPractice {
        references = Lists.orEmpty(references);
    }
}
