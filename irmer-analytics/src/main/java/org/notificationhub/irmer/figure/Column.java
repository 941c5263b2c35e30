package org.notificationhub.irmer.figure;

/**
 * A column of a table.
 *
 * @param name in {@code camelCase}; CSV writes it in {@code snake_case}
 * @param label as people read it
 * @param unit of numbers: {@code notifications}, {@code %}, {@code per million examinations}; null for others
 */
public record Column(String name, String label, Kind kind, String unit) {

    public enum Kind {
        CODE,
        LABEL,
        COUNT,
        PERCENT,
        RATE,
        DATE,
        TEXT;

        public boolean isNumber() {
            return this == COUNT || this == PERCENT || this == RATE;
        }
    }

    public static Column code(String name, String label) {
        return new Column(name, label, Kind.CODE, null);
    }

    public static Column label(String name, String label) {
        return new Column(name, label, Kind.LABEL, null);
    }

    public static Column count(String name, String label) {
        return new Column(name, label, Kind.COUNT, "notifications");
    }

    public static Column percent(String name, String label) {
        return new Column(name, label, Kind.PERCENT, "%");
    }

    public static Column rate(String name, String label, String unit) {
        return new Column(name, label, Kind.RATE, unit);
    }

    public static Column date(String name, String label) {
        return new Column(name, label, Kind.DATE, null);
    }

    public static Column text(String name, String label) {
        return new Column(name, label, Kind.TEXT, null);
    }
}
