package org.notificationhub.lfpse;

import java.util.Collection;
import java.util.List;

/** A question that must be answered once any other of its extension is. */
record Requirement(Question question, Collection<Question> siblings) {

    static List<Requirement> of(Part part, Taxonomy taxonomy) {
        return taxonomy.extensions(part).stream()
                .flatMap(table -> table.questions().stream()
                        .filter(question -> question.min() > 0)
                        .map(question -> new Requirement(question, List.copyOf(table.questions()))))
                .toList();
    }

    void check(Place place, Answers answers, Faults faults) {
        if (!answers.has(question.name()) && isAsked(place, answers)) {
            faults.error(
                    "required", place.question(question), place.pointer(question.name()), "The element is required");
        }
    }

    /** A person is an extension, whatever is answered. */
    private boolean isAsked(Place place, Answers answers) {
        if (place.part() == Part.PERSON) {
            return true;
        }
        for (var sibling : siblings) {
            if (answers.has(sibling.name())) {
                return true;
            }
        }
        return false;
    }
}
