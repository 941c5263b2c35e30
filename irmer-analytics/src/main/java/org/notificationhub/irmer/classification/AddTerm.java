package org.notificationhub.irmer.classification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** Adds a word that a review needs. */
@ApplicationScoped
public class AddTerm {

    private final TermRepository terms;

    AddTerm(TermRepository terms) {
        this.terms = terms;
    }

    @Transactional
    public void add(Term term) {
        if (!new Vocabulary(terms.all()).hasPlaceFor(term)) {
            throw new Refusal(
                    ProblemKind.RULE_BROKEN,
                    List.of(new Fault(
                            "/path", "TIER_ABOVE_MISSING", "Add the tier above it for its first year first")));
        }
        if (!terms.add(term)) {
            throw new Refusal(ProblemKind.TERM_EXISTS, ProblemKind.TERM_EXISTS.remedy());
        }
    }
}
