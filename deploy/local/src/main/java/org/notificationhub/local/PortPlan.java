package org.notificationhub.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.notificationhub.platform.Ports;

/** The port of everything, so many above the usual ones. */
public record PortPlan(int offset) {

    private static final int STEP = 100;

    /**
     * The first one, from {@code offset} on, whose every port is free at this moment. Below 22,000 it stays so: above, the
     * ports are among those that systems hand to outgoing connections (Linux: from 32768).
     */
    public static PortPlan free(int offset) {
        return Stream.iterate(new PortPlan(offset), plan -> new PortPlan(plan.offset + STEP))
                .filter(plan -> plan.taken().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    int of(Part part) {
        return part.port() + offset;
    }

    int management(Part part) {
        return of(part) + 1000;
    }

    int brokerController() {
        return of(Part.BROKER) + 1;
    }

    String url(Part part) {
        return "http://localhost:" + of(part);
    }

    /** What would be needed and is already used, by port. */
    Map<Integer, String> taken() {
        var taken = new LinkedHashMap<Integer, String>();
        for (var part : Part.values()) {
            note(taken, of(part), part.title());
            if (part.isService()) {
                note(taken, management(part), part.title() + " (management)");
            }
        }
        note(taken, brokerController(), "kafka (controller)");
        return taken;
    }

    private static void note(Map<Integer, String> taken, int port, String user) {
        if (!Ports.isFree(port)) {
            taken.put(port, user);
        }
    }
}
