package org.notificationhub.routing.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** Reads query parameters, keeping every fault. */
final class Query {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final List<Fault> faults = new ArrayList<>();

    /** Null where {@code value} is. */
    <E extends Enum<E>> E code(String name, String value, Class<E> codes) {
        try {
            return value == null ? null : Enum.valueOf(codes, value);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(name, "NOT_A_CODE", "Use one of: " + Arrays.toString(codes.getEnumConstants())));
            return null;
        }
    }

    int limit(String value) {
        if (value == null) {
            return USUAL;
        }
        if (!value.matches("\\d{1,3}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
            faults.add(new Fault("limit", "OUT_OF_RANGE", "Use a number from 1 to " + MOST));
            return USUAL;
        }
        return Integer.parseInt(value);
    }

    void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.QUERY_INVALID, faults);
        }
    }
}
