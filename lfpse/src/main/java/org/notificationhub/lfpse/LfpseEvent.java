package org.notificationhub.lfpse;

import java.util.List;

/**
 * One event, as answers to LfPSE's questions and apart from any release of FHIR.
 *
 * @param reference the sender's own; null where it gives none
 * @param date when it happened, as FHIR writes a date or a time; null where it is not known
 * @param people who was affected, if anybody
 */
public record LfpseEvent(
        EventType type,
        String reference,
        String date,
        Answers event,
        Answers location,
        Answers reporter,
        List<Answers> people,
        List<Medication> medications,
        List<Device> devices) {

    public LfpseEvent {
        people = List.copyOf(people);
        medications = List.copyOf(medications);
        devices = List.copyOf(devices);
    }

    public static LfpseEvent of(EventType type) {
        return new LfpseEvent(
                type, null, null, Answers.none(), Answers.none(), Answers.none(), List.of(), List.of(), List.of());
    }

    public LfpseEvent withReference(String reference) {
        return new LfpseEvent(type, reference, date, event, location, reporter, people, medications, devices);
    }

    public LfpseEvent withDate(String date) {
        return new LfpseEvent(type, reference, date, event, location, reporter, people, medications, devices);
    }

    public LfpseEvent withEvent(Answers event) {
        return new LfpseEvent(type, reference, date, event, location, reporter, people, medications, devices);
    }

    public LfpseEvent withLocation(Answers location) {
        return new LfpseEvent(type, reference, date, event, location, reporter, people, medications, devices);
    }

    public LfpseEvent withReporter(Answers reporter) {
        return new LfpseEvent(type, reference, date, event, location, reporter, people, medications, devices);
    }

    public LfpseEvent withPeople(List<Answers> people) {
        return new LfpseEvent(type, reference, date, event, location, reporter, people, medications, devices);
    }

    public LfpseEvent withMedications(List<Medication> medications) {
        return new LfpseEvent(type, reference, date, event, location, reporter, people, medications, devices);
    }

    public LfpseEvent withDevices(List<Device> devices) {
        return new LfpseEvent(type, reference, date, event, location, reporter, people, medications, devices);
    }

    /** The type only: the rest may be about people. */
    @Override
    public String toString() {
        return "LfpseEvent[" + type + "]";
    }
}
