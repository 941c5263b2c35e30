package org.notificationhub.lfpse;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.notificationhub.lfpse.Fault.Severity;

/** Whether answers keep to the tables: known questions, how many answers, of which type, which codes, and what needs what. */
final class AnswerRules {

    private static final String SEQUENCE = "PatientSequence";

    private final Taxonomy taxonomy;
    private final Map<Part, List<Rule>> rules;
    private final Map<Part, List<Requirement>> requirements = new EnumMap<>(Part.class);

    AnswerRules(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.rules = Rule.read(taxonomy).stream().collect(Collectors.groupingBy(Rule::part));
        for (var part : Part.values()) {
            requirements.put(part, Requirement.of(part, taxonomy));
        }
    }

    void check(LfpseEvent event, Faults faults) {
        check(event, Place.of(Part.EVENT), event.event(), faults);
        if (!event.location().isEmpty()) {
            check(event, Place.of(Part.LOCATION), event.location(), faults);
        }
        if (!event.reporter().isEmpty()) {
            check(event, Place.of(Part.REPORTER), event.reporter(), faults);
        }
        for (var i = 0; i < event.people().size(); i++) {
            check(event, new Place(Part.PERSON, i), event.people().get(i), faults);
        }
        for (var i = 0; i < event.medications().size(); i++) {
            check(
                    event,
                    new Place(Part.MEDICATION, i),
                    event.medications().get(i).answers(),
                    faults);
        }
        for (var i = 0; i < event.devices().size(); i++) {
            check(event, new Place(Part.DEVICE, i), event.devices().get(i).answers(), faults);
        }
        checkPeople(event.people(), faults);
        if (event.date() != null && !Fhir.isDateTime(event.date())) {
            faults.error(
                    "value", "AdverseEvent.date", "/date", "The value is a date, or a date and time with its zone");
        }
    }

    private void check(LfpseEvent event, Place place, Answers answers, Faults faults) {
        for (var name : answers.names()) {
            var question = taxonomy.question(place.part(), name);
            if (question == null) {
                faults.error("element-unknown", place.resource(), place.pointer(name), "No such question here");
            } else {
                check(place, question, answers.all(name), faults);
            }
        }
        for (var requirement : requirements.get(place.part())) {
            requirement.check(place, answers, faults);
        }
        var subject = new Subject(event, place, answers, !faults.isAt(Subject.OF_PEOPLE));
        for (var rule : rules.getOrDefault(place.part(), List.of())) {
            rule.check(subject, taxonomy, faults);
        }
    }

    private static void check(Place place, Question question, List<Object> answers, Faults faults) {
        if (answers.size() > question.max()) {
            faults.error(
                    "too-many", place.question(question), place.pointer(question.name()), "At most " + question.max());
        }
        for (var i = 0; i < answers.size(); i++) {
            var fault = fault(question, answers.get(i));
            if (fault != null) {
                faults.error(fault.rule, place.answer(question, i), place.pointer(question, i), fault.text);
            }
        }
    }

    private record Wrong(String rule, String text) {}

    /** Null where the answer is right. */
    private static Wrong fault(Question question, Object answer) {
        if (!question.type().isTypeOf(answer)) {
            return new Wrong("value-type", "The value is a " + question.type().fhir);
        }
        if (!question.type().allows(answer)) {
            return new Wrong("value", "The value is not one of its type");
        }
        return question.codes().allow(answer.toString()) ? null : new Wrong("code", "The code is not in the list");
    }

    /** Numbered from one, and each number once; in which order they stand means nothing. */
    private void checkPeople(List<Answers> people, Faults faults) {
        if (people.size() > taxonomy.mostPeople()) {
            faults.error(
                    "too-many",
                    "Patient.extension('patient-information')",
                    "/people",
                    "At most " + taxonomy.mostPeople());
        }
        var numbers = new HashSet<Object>();
        for (var i = 0; i < people.size(); i++) {
            var number = people.get(i).first(SEQUENCE).orElse(null);
            var inRange = !(number instanceof Integer n) || n >= 1 && n <= people.size();
            if (number != null && (!inRange || !numbers.add(number))) {
                var place = new Place(Part.PERSON, i);
                faults.add(new Fault(
                        Severity.ERROR,
                        "patient-sequence",
                        place.question(taxonomy.question(Part.PERSON, SEQUENCE)),
                        place.pointer(SEQUENCE),
                        "People are numbered from 1, each once"));
            }
        }
    }
}
