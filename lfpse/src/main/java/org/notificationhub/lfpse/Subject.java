package org.notificationhub.lfpse;

import java.util.List;

/**
 * One set of answers of an event, as a rule sees it. Of an event, {@code people} and {@code date} are asked like questions.
 *
 * @param peopleKnown whether it could be read if anybody was affected
 */
record Subject(LfpseEvent event, Place place, Answers answers, boolean peopleKnown) {

    /** Where an event says whom it affected. */
    static final String OF_PEOPLE = "AdverseEvent.subject";

    private static final String PEOPLE = "people";
    private static final String DATE = "date";

    static boolean isOwn(Part part, String name) {
        return part == Part.EVENT && (name.equals(PEOPLE) || name.equals(DATE));
    }

    boolean knows(String name) {
        return peopleKnown || !(isOwn(place.part(), name) && name.equals(PEOPLE));
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
        return name.equals(PEOPLE) ? OF_PEOPLE : "AdverseEvent.date";
    }

    String pointer(String name) {
        return isOwn(place.part(), name) ? "/" + name : place.pointer(name);
    }
}
