package org.notificationhub.local;

import java.util.Map;

/** Words for a person go to standard error, results to standard output. Colour only on a terminal that wants it. */
public final class Terminal {

    private static final boolean COLOUR = System.console() != null && System.getenv("NO_COLOR") == null;
    private static final Map<String, Integer> COLOURS = Map.of(
            "kafka",
            35,
            "sandbox",
            33,
            "intake",
            36,
            "routing",
            32,
            "analytics",
            34,
            "maternity",
            95,
            "WARN",
            33,
            "ERROR",
            31);

    private Terminal() {}

    static boolean isInteractive() {
        return System.console() != null;
    }

    /** Where nobody says how wide, that of the first ones. */
    static int width() {
        var columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : 80;
    }

    public static void say(String line) {
        System.err.println(line);
    }

    static void error(String line) {
        System.err.println(paint("ERROR", "hub: ") + line);
    }

    static String paint(String role, String text) {
        return COLOUR && COLOURS.containsKey(role) ? "\033[" + COLOURS.get(role) + "m" + text + "\033[0m" : text;
    }
}
