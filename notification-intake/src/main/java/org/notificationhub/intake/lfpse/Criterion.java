package org.notificationhub.intake.lfpse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.notificationhub.lfpse.LfpseEvent;

/**
 * What CQC must be told of, by LfPSE's list {@code cqc-criteria}. Where an event meets several, the first in this order decides of
 * which type its notification is: a death, which regulation 16 asks for by itself, then abuse, whose form covers the injury it
 * did, then an injury, then a service that stops (ADR 17).
 */
enum Criterion {
    DEATH("1", "DEATH_OF_SERVICE_USER", "the death of a person using the service"),
    ABUSE("3", "ABUSE_OR_ALLEGATION", "abuse or an allegation of abuse"),
    INJURY("2", "SERIOUS_INJURY", "a serious injury to a person using the service"),
    STOPPED("4", "EVENT_STOPS_SERVICE", "an event that stops or may stop the service");

    private static final String FATAL = "1";
    private static final String SEVERE = "2";
    private static final String SEVERE_IN_MIND = "1";
    private static final String DEATH_TO_LOOK_INTO = "1";
    private static final String NOT_RELATED = "3";

    private final String code;
    private final String type;
    private final String words;

    Criterion(String code, String type, String words) {
        this.code = code;
        this.type = type;
        this.words = words;
    }

    /** Those the reporter flagged for CQC, then those that the harm says by itself; the first decides. */
    static List<Criterion> of(LfpseEvent event) {
        var flagged = Arrays.stream(values()).filter(criterion -> criterion.isFlaggedIn(event));
        var harm = Stream.of(DEATH, INJURY).filter(criterion -> criterion.isHarmIn(event));
        return Stream.concat(flagged, harm).distinct().toList();
    }

    static Optional<Criterion> ofType(String notificationType) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.type.equals(notificationType))
                .findFirst();
    }

    static boolean isFlagged(LfpseEvent event) {
        return event.event().all("CqcNotify").contains(true);
    }

    private boolean isFlaggedIn(LfpseEvent event) {
        return isFlagged(event) && event.event().all("CqcCriteria").contains(code);
    }

    private boolean isHarmIn(LfpseEvent event) {
        return switch (this) {
            case DEATH ->
                somebody(event, "PhysicalHarm", FATAL)
                        || event.event().all("OutcomeType").contains(DEATH_TO_LOOK_INTO);
            case INJURY ->
                somebody(event, "PhysicalHarm", SEVERE) || somebody(event, "PsychologicalHarm", SEVERE_IN_MIND);
            case ABUSE, STOPPED -> false;
        };
    }

    /** LfPSE grades an event fatal where it may have contributed to the death; the reporter may say that it did not. */
    static boolean mayHaveCausedDeath(LfpseEvent event) {
        return DEATH.isFlaggedIn(event)
                || event.people().stream()
                        .anyMatch(person -> person.all("PhysicalHarm").contains(FATAL)
                                && !person.all("StrengthOfAssociation").contains(NOT_RELATED));
    }

    static boolean isHarmToTheMindAlone(LfpseEvent event) {
        return somebody(event, "PsychologicalHarm", SEVERE_IN_MIND) && !somebody(event, "PhysicalHarm", SEVERE);
    }

    private static boolean somebody(LfpseEvent event, String question, String answer) {
        return event.people().stream().anyMatch(person -> person.all(question).contains(answer));
    }

    String code() {
        return code;
    }

    /** The type of notification that CQC must be sent. */
    String type() {
        return type;
    }

    String words() {
        return words;
    }
}
