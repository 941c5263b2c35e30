package org.notificationhub.local;

import java.util.LinkedHashMap;
import java.util.Map;
import org.notificationhub.platform.Ports;

/** The port of everything, so many above the usual ones. */
record PortPlan(int offset) {

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
