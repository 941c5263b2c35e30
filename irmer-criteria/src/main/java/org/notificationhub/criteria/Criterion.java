package org.notificationhub.criteria;

import java.util.EnumSet;
import java.util.Set;

/**
 * One row of the criteria: which exposures are notified under a code.
 *
 * @param code as the edition numbers it; null where its number is not known
 * @param edition the regulator's text it stands in, such as {@code SAUE_2023}
 * @param appliesTo which exposures it is about
 * @param metIf which of them are notifiable, as surely as its confidence says
 * @param notMetIf which of them certainly are not, by this row; what is neither is unsettled
 * @param openIf where it is not settled that a met row reaches that far; an unknown fact leaves the row as it is
 * @param sentence what it says, in plain words
 * @param unsettled what is not known of its text; null where it is all known
 */
public record Criterion(
        String code,
        Category category,
        String edition,
        InForce inForce,
        Condition appliesTo,
        Condition metIf,
        Condition notMetIf,
        Condition openIf,
        Confidence confidence,
        String sentence,
        String unsettled,
        String source) {

    enum Standing {
        MET,
        NOT_MET,
        OPEN
    }

    /** @param missing what would have to be told next; empty where only the row's text leaves it open */
    record Finding(Criterion criterion, Standing standing, Set<Fact> missing) {}

    Finding on(Facts facts) {
        var applies = appliesTo.of(facts);
        var met = metIf.of(facts);
        var notMet = notMetIf.of(facts);
        if (applies.isFalse() || notMet.isTrue()) {
            return new Finding(this, Standing.NOT_MET, Set.of());
        }
        if (decides() && applies.isTrue() && met.isTrue() && !openIf.of(facts).isTrue()) {
            return new Finding(this, Standing.MET, Set.of());
        }
        return new Finding(this, Standing.OPEN, applies.isTrue() ? lacking(met, notMet) : applies.missing());
    }

    private Set<Fact> lacking(Condition.Answer met, Condition.Answer notMet) {
        var lacking = EnumSet.noneOf(Fact.class);
        lacking.addAll(notMet.missing());
        if (decides()) {
            lacking.addAll(met.missing());
        }
        return lacking;
    }

    private boolean decides() {
        return confidence != Confidence.UNCERTAIN;
    }
}
