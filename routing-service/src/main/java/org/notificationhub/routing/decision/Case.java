package org.notificationhub.routing.decision;

import java.time.LocalDate;
import org.notificationhub.routing.register.ClassifiedProvider;
import org.notificationhub.routing.rule.Facts;
import org.notificationhub.routing.rule.Question;

/**
 * An event that is to be decided.
 *
 * @param on the day, in London, whose law applies
 */
public record Case(String type, ClassifiedProvider provider, LocalDate on, Facts facts) {

    Question question() {
        return new Question(type, provider.providerClass(), on, facts);
    }
}
