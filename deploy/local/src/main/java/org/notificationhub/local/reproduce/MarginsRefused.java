package org.notificationhub.local.reproduce;

import java.util.List;
import java.util.stream.Collectors;

/** Figures that do not add up, or cannot be read: every fault there is. */
public final class MarginsRefused extends RuntimeException {

    private final transient List<Fault> faults;

    MarginsRefused(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
