package org.notificationhub.lfpse;

import java.util.List;

/** One set of answers of an event, as a rule sees it. Of an event, {@code people} and {@code date} are asked like questions. */
record Subject(LfpseEvent event, Place place, Answers answers) {

    private static final String PEOPLE = "people";
    private static final String DATE = "date";

    static boolean isOwn(Part part, String name) {
        return part == Part.EVENT && (name.equals(PEOPLE) || name.equals(DATE));
    }

    boolean has(String name) {
        if (!isOwn(place.part(), name)) {
            return answers.has(name);
        }
        return name.equals(PEOPLE) ? !event.people().isEmpty() : event.date() != null;
    }

    List<Object> all(String name) {
        return answers.all(name);
    }

    String location(Taxonomy taxonomy, String name) {
        if (!isOwn(place.part(), name)) {
            return place.question(taxonomy.question(place.part(), name));
        }
        return name.equals(PEOPLE) ? "AdverseEvent.subject" : "AdverseEvent.date";
    }

    String pointer(String name) {
        return isOwn(place.part(), name) ? "/" + name : place.pointer(name);
    }
}
