package org.notificationhub.routing.delivery.lfpse;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.notificationhub.events.NotificationContent.Person;
import org.notificationhub.lfpse.Answers;
import org.notificationhub.lfpse.EventType;
import org.notificationhub.lfpse.LfpseEvent;
import org.notificationhub.routing.delivery.Dispatch;

/** Whom an event affected: those the sender lists for LfPSE, or else the service users of its notification. A Risk affected nobody. */
final class AffectedPeople {

    private static final String FATAL = "1";
    private static final String SEVERE = "2";
    private static final String SEVERE_IN_MIND = "1";
    private static final String ASSOCIATION_NOT_KNOWN = "2";

    private final LfpseEvent said;
    private final List<Person> serviceUsers;
    private final String harm;

    AffectedPeople(LfpseEvent said, Dispatch dispatch) {
        this.said = said;
        this.serviceUsers = dispatch.content().people().stream()
                .filter(person -> "SERVICE_USER".equals(person.role()))
                .toList();
        this.harm = harm(dispatch.decidedAs());
    }

    List<Answers> all() {
        var people = known();
        return IntStream.range(0, people.size())
                .mapToObj(i -> people.get(i).orElse(Answers.none().with("PatientSequence", i + 1)))
                .map(this::harmed)
                .toList();
    }

    /** A harm needs somebody, even if nobody is listed. */
    private List<Answers> known() {
        if (!said.people().isEmpty()) {
            return said.people().size() == serviceUsers.size()
                    ? IntStream.range(0, serviceUsers.size())
                            .mapToObj(i -> aged(said.people().get(i), serviceUsers.get(i)))
                            .toList()
                    : said.people();
        }
        if (said.type() == EventType.RISK) {
            return List.of();
        }
        return serviceUsers.isEmpty() && gradesHarm()
                ? List.of(Answers.none())
                : serviceUsers.stream()
                        .map(person -> aged(Answers.none(), person))
                        .toList();
    }

    private static Answers aged(Answers person, Person sameInNotification) {
        return person.has("AgeBracket") || person.has("AgeAtTimeOfIncidentDays")
                ? person
                : AgeBracket.of(sameInNotification.ageBand())
                        .map(bracket -> person.with("AgeBracket", bracket))
                        .orElse(person);
    }

    /** Who is dead has no harm to the mind; what is grave asks how sure it is that care caused it. */
    private Answers harmed(Answers person) {
        var harmed = gradesHarm() ? person.with("PhysicalHarm", harm) : person;
        if (gradesHarm() && harm.equals(FATAL)) {
            harmed = harmed.with("PsychologicalHarm");
        }
        return isGrave(harmed)
                ? harmed.orElse(Answers.none().with("StrengthOfAssociation", ASSOCIATION_NOT_KNOWN))
                : harmed;
    }

    private static boolean isGrave(Answers person) {
        return person.first("PhysicalHarm")
                        .filter(Set.of(FATAL, SEVERE)::contains)
                        .isPresent()
                || person.first("PsychologicalHarm")
                        .filter(SEVERE_IN_MIND::equals)
                        .isPresent();
    }

    /** Only an Incident is graded, and a sender that has graded anybody has graded all. */
    private boolean gradesHarm() {
        return harm != null
                && said.type() == EventType.INCIDENT
                && said.people().stream().noneMatch(person -> person.has("PhysicalHarm"));
    }

    /** What the type says, of code list {@code level-of-physical-harm}, of which 1 is the worst; null where it does not say. */
    private static String harm(String type) {
        return switch (type) {
            case "DEATH_OF_SERVICE_USER", "DEATH_OF_DETAINED_PATIENT", "DEATH_AFTER_TERMINATION_OF_PREGNANCY" -> FATAL;
            case "SERIOUS_INJURY" -> SEVERE;
            default -> null;
        };
    }
}
