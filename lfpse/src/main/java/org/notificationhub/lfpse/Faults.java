package org.notificationhub.lfpse;

import java.util.ArrayList;
import java.util.List;
import org.notificationhub.lfpse.Fault.Severity;

/** Faults as they are found, step by step. What one step could not read is not told again as missing by the next. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();
    private int earlier;

    List<Fault> all() {
        return List.copyOf(found);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean isAt(String location) {
        return found.stream().anyMatch(fault -> fault.location().equals(location));
    }

    void nextStep() {
        earlier = found.size();
    }

    void add(Fault fault) {
        if (found.subList(0, earlier).stream().noneMatch(other -> samePlace(other.location(), fault.location()))) {
            found.add(fault);
        }
    }

    void unreadable(String rule, String location, String text) {
        add(new Fault(Severity.FATAL, rule, location, null, text));
    }

    void error(String rule, String location, String pointer, String text) {
        add(new Fault(Severity.ERROR, rule, location, pointer, text));
    }

    void warning(String rule, String location, String pointer, String text) {
        add(new Fault(Severity.WARNING, rule, location, pointer, text));
    }

    /** Also one of several answers, and all of them. */
    private static boolean samePlace(String one, String other) {
        return one.equals(other) || one.startsWith(other + "[") || other.startsWith(one + "[");
    }
}
