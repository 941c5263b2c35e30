package org.notificationhub.routing.delivery.lfpse;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.lfpse.Answers;
import org.notificationhub.lfpse.EventBlock;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.LfpseEvent;
import org.notificationhub.routing.delivery.Dispatch;

/**
 * What a notification tells LfPSE. An answer in its {@code details.lfpse} stands; what is left out there comes from the rest
 * of the notification, and where that is silent too, from the code that says so. Whether CQC is to be told is the routing
 * decision's to say, and nobody else's.
 */
final class ReportedEvent {

    private static final Pattern ODS_CODE = Pattern.compile("[A-Z0-9]{3,6}");

    private static final String NOT_KNOWN = "u";
    private static final String DEVICES = "3";
    private static final String MEDICATIONS = "4";
    private static final String NO_AGENT = "10";
    private static final String RADIOTHERAPY = "4";
    private static final String NO_CHALLENGE = "6";
    private static final String SERVICE_NOT_KNOWN = "15";
    private static final String LOCATION_NOT_KNOWN = "9";
    private static final String ROLE_OTHER = "9";
    private static final String WAS_TOLD = "2";

    private final LfpseEvent said;
    private final Dispatch dispatch;
    private final NotificationContent content;

    private ReportedEvent(LfpseEvent said, Dispatch dispatch) {
        this.said = said;
        this.dispatch = dispatch;
        this.content = dispatch.content();
    }

    static LfpseEvent of(Dispatch dispatch) {
        var block = dispatch.content().details().path("lfpse");
        var said = block.isObject() ? EventBlock.read(block) : LfpseEvent.of(EventType.INCIDENT);
        return new ReportedEvent(said, dispatch).complete();
    }

    private LfpseEvent complete() {
        var people = new AffectedPeople(said, dispatch).all();
        var when = EventDate.of(said, content);
        return said.withReference(said.reference() == null ? content.reference() : said.reference())
                .withDate(when.date())
                .withEvent(flagged(event(people.isEmpty()).orElse(when.answers())))
                .withLocation(location())
                .withReporter(reporter())
                .withPeople(people);
    }

    /** Every Incident is asked which agents and challenges it involved, and one that touched no patient whom it endangers. */
    private Answers event(boolean touchedNobody) {
        var answers = said.event();
        if (content.summary() != null && !content.summary().isBlank()) {
            answers = orElse(answers, "Description", content.summary());
        }
        if (isRadiotherapy()) {
            answers = orElse(answers, "SafetyChallenges", RADIOTHERAPY);
        }
        if (said.type() != EventType.INCIDENT) {
            return answers;
        }
        answers = orElse(answers, "InvolvedAgents", agents());
        answers = orElse(answers, "SafetyChallenges", NO_CHALLENGE);
        if (touchedNobody) {
            answers = orElse(answers, "RiskPopulation", "People who use the service");
        }
        return answers.names().stream().anyMatch(question -> question.startsWith("Risk"))
                ? orElse(answers, "RiskImminent", NOT_KNOWN)
                : answers;
    }

    private Object[] agents() {
        var agents = new ArrayList<>();
        if (!said.devices().isEmpty()) {
            agents.add(DEVICES);
        }
        if (!said.medications().isEmpty() || said.event().has("DrugsInvolved")) {
            agents.add(MEDICATIONS);
        }
        return agents.isEmpty() ? new Object[] {NO_AGENT} : agents.toArray();
    }

    private boolean isRadiotherapy() {
        return said.event().has("RadiotherapyIncidentCode")
                || "RADIOTHERAPY".equals(content.details().path("modality").textValue());
    }

    /** Only an Incident can be flagged: of anything else LfPSE's acceptance tells CQC nothing. */
    private Answers flagged(Answers answers) {
        return dispatch.cqcCriterion() == null || said.type() != EventType.INCIDENT
                ? answers.with("CqcNotify").with("CqcCriteria")
                : answers.with("CqcNotify", true).with("CqcCriteria", dispatch.cqcCriterion());
    }

    private Answers location() {
        var answers = organisation(said.location(), "Organisation");
        answers = orElse(answers, "LocationKnown", "y");
        answers = orElse(answers, "ServiceArea", SERVICE_NOT_KNOWN);
        return orElse(answers, "LocationWithinService", LOCATION_NOT_KNOWN);
    }

    private Answers reporter() {
        var answers = organisation(said.reporter(), "ReporterOrganisation");
        if (!answers.has("ReporterRole")) {
            answers = answers.with("ReporterRole", ROLE_OTHER)
                    .orElse(Answers.none().with("ReporterRoleOther", "The provider's notification system"));
        }
        return orElse(answers, "ReporterInvolvement", WAS_TOLD);
    }

    private Answers organisation(Answers answers, String question) {
        if (answers.has(question) || answers.has(question + "Other")) {
            return answers;
        }
        var provider = content.provider();
        return hasOdsCode(provider)
                ? answers.with(question, provider.id())
                : answers.with(question + "Other", provider.code());
    }

    /** CQC registers an NHS trust under its ODS code; another provider's id, or an employer's code, is not one. */
    private static boolean hasOdsCode(Provider provider) {
        return provider.id() != null && ODS_CODE.matcher(provider.id()).matches();
    }

    private static Answers orElse(Answers answers, String question, Object... otherwise) {
        return answers.has(question) ? answers : answers.with(question, otherwise);
    }
}
