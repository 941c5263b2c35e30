package org.notificationhub.routing.delivery.lfpse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.notificationhub.events.NotificationContent;
import org.notificationhub.events.NotificationContent.Person;
import org.notificationhub.events.NotificationContent.Provider;
import org.notificationhub.lfpse.Answers;
import org.notificationhub.lfpse.EventBlock;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.Fault;
import org.notificationhub.lfpse.Lfpse;
import org.notificationhub.lfpse.LfpseEvent;
import org.notificationhub.lfpse.TaxonomyVersion;
import org.notificationhub.routing.delivery.Dispatches;

/** Whatever a provider notifies, LfPSE is told in a form that it takes. */
class ReportedEventProperties {

    private static final Lfpse CURRENT = Lfpse.of(TaxonomyVersion.current());
    private static final Lfpse EARLIER = Lfpse.of(TaxonomyVersion.V5);

    @Property(tries = 300)
    void whatIsToldIsValidAndAlwaysTheSameText(
            @ForAll("notifications") NotificationContent content, @ForAll("criteria") String criterion) {
        var event = ReportedEvent.of(Dispatches.submission(content, criterion));

        var text = CURRENT.write(event);
        assertThat(CURRENT.validate(text)).filteredOn(Fault::refuses).isEmpty();
        assertThat(CURRENT.write(ReportedEvent.of(Dispatches.submission(content, criterion))))
                .isEqualTo(text);
        assertThat(EARLIER.validate(EARLIER.write(event)))
                .filteredOn(Fault::refuses)
                .isEmpty();
    }

    @Provide
    Arbitrary<String> criteria() {
        return Arbitraries.of("1", "2", "3", "4").injectNull(0.3);
    }

    @Provide
    Arbitrary<NotificationContent> notifications() {
        var types = Arbitraries.of(
                "DEATH_OF_SERVICE_USER",
                "DEATH_OF_DETAINED_PATIENT",
                "SERIOUS_INJURY",
                "ABUSE_OR_ALLEGATION",
                "EVENT_STOPS_SERVICE",
                "IRMER_SAUE");
        var providers = Arbitraries.of(
                new Provider("RJ1", null, null, null),
                new Provider("1-101614751", null, null, null),
                new Provider(null, null, "EMP-0042", null));
        var times = Arbitraries.longs()
                .between(1_500_000_000L, 1_800_000_000L)
                .map(Instant::ofEpochSecond)
                .injectNull(0.3);
        return Combinators.combine(types, providers, times, summaries(), people(), details())
                .as((type, provider, occurredAt, summary, people, details) -> new NotificationContent(
                        type,
                        "INC-1",
                        provider,
                        occurredAt,
                        Instant.parse("2026-11-20T10:00:00Z"),
                        summary,
                        people,
                        null,
                        null,
                        details,
                        false));
    }

    private static Arbitrary<String> summaries() {
        return Arbitraries.strings()
                .withChars("ab é£測\"\\{}<>&\n\t")
                .ofMinLength(1)
                .ofMaxLength(40)
                .injectNull(0.2);
    }

    private static Arbitrary<List<Person>> people() {
        var roles = Arbitraries.of("SERVICE_USER", "STAFF").injectNull(0.1);
        var ages =
                Arbitraries.of("STILLBORN", "<1", "1-4", "5-11", "75-84", "85+").injectNull(0.2);
        return Combinators.combine(roles, ages)
                .as((role, age) -> new Person("P-1", role, age))
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<ObjectNode> details() {
        var modalities = Arbitraries.of("RADIOTHERAPY", "DIAGNOSTIC_IMAGING").injectNull(0.8);
        return Combinators.combine(modalities, blocks().injectNull(0.3)).as((modality, block) -> {
            var details = JsonNodeFactory.instance.objectNode();
            if (modality != null) {
                details.put("modality", modality);
            }
            if (block != null) {
                details.set("lfpse", EventBlock.write(block));
            }
            return details;
        });
    }

    /** Answers that keep LfPSE's rules, to few or many of its questions. */
    private static Arbitrary<LfpseEvent> blocks() {
        return Combinators.combine(
                        Arbitraries.of(EventType.values()),
                        dates(),
                        answers(
                                one("LevelOfConcern", "5"),
                                one("InvolvedAgents", "4", "11"),
                                one("SafetyChallenges", "1", "7"),
                                one("ImmediateActions", "Seen at once."),
                                one("RiskTheme", "1"),
                                one("CqcNotify", false)),
                        harmed().list().ofMaxSize(3),
                        answers(one("OrganisationOther", "A ward"), one("LocationKnown", "u"), one("ServiceArea", "4")),
                        answers(one("ReporterRole", "5"), one("ReporterInvolvement", "1")))
                .as((type, date, event, people, location, reporter) -> LfpseEvent.of(type)
                        .withDate(date.date())
                        .withEvent((type == EventType.INCIDENT
                                        ? event
                                        : event.with("CqcNotify").with("RiskTheme"))
                                .orElse(date.answers()))
                        .withPeople(people.stream()
                                .map(person -> type == EventType.INCIDENT ? person : Answers.none())
                                .toList())
                        .withLocation(location)
                        .withReporter(reporter));
    }

    private static Arbitrary<EventDate> dates() {
        return Arbitraries.of(
                new EventDate(null, Answers.none()),
                new EventDate("2026-03-04", Answers.none()),
                new EventDate(null, one("IncidentOccurredToday", "y")),
                new EventDate(null, one("IncidentOccurredToday", "n")),
                new EventDate(null, one("IncidentOccurredToday", "u")),
                new EventDate(null, one("ApproximateDate", "2026-02")),
                new EventDate(null, one("TodaysDate", "2026-02-03")),
                new EventDate("2026-03-04", one("PreciseTime", "06:40:00")));
    }

    private static Arbitrary<Answers> harmed() {
        return Arbitraries.of(
                Answers.none(),
                one("PhysicalHarm", "1"),
                one("PhysicalHarm", "2").orElse(one("StrengthOfAssociation", "5")),
                one("PhysicalHarm", "5").orElse(one("PsychologicalHarm", "1")),
                one("PsychologicalHarm", "3"),
                one("AgeAtTimeOfIncidentDays", 18600).orElse(one("ClinicalOutcome", "Well.")));
    }

    private static Answers one(String question, Object... answers) {
        return Answers.none().with(question, answers);
    }

    private static Arbitrary<Answers> answers(Answers... all) {
        return Arbitraries.subsetOf(all).map(some -> some.stream().reduce(Answers.none(), Answers::orElse));
    }
}
