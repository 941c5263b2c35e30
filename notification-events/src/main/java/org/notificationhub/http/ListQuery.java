package org.notificationhub.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads the query parameters of a list, keeping every fault. */
public final class ListQuery {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final List<Fault> faults = new ArrayList<>();

    /** Keeps a fault that only the caller can see. */
    public void refuse(Fault fault) {
        faults.add(fault);
    }

    /** Null where {@code value} is. */
    public <E extends Enum<E>> E code(String name, String value, Class<E> codes) {
        try {
            return value == null ? null : Enum.valueOf(codes, value);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(name, "NOT_A_CODE", "Use one of: " + Arrays.toString(codes.getEnumConstants())));
            return null;
        }
    }

    /** Null where {@code value} is. */
    public UUID id(String name, String value) {
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(name, "NOT_AN_ID", "Use an id as the hub gave it"));
            return null;
        }
    }

    public Instant instant(String name, String value, Instant absent) {
        try {
            return value == null ? absent : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            faults.add(new Fault(name, "NOT_A_DATE_TIME", "Use RFC 3339 with an offset"));
            return absent;
        }
    }

    public LocalDate day(String name, String value, LocalDate absent) {
        try {
            return value == null ? absent : LocalDate.parse(value);
        } catch (DateTimeException e) {
            faults.add(new Fault(name, "NOT_A_DATE", "Use YYYY-MM-DD"));
            return absent;
        }
    }

    /** Null where {@code value} is. */
    public Boolean yesOrNo(String name, String value) {
        if (value != null && !value.equals("true") && !value.equals("false")) {
            faults.add(new Fault(name, "NOT_A_CODE", "Use true or false"));
            return null;
        }
        return value == null ? null : Boolean.valueOf(value);
    }

    public int limit(String value) {
        if (value == null) {
            return USUAL;
        }
        if (!value.matches("\\d{1,3}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MOST) {
            faults.add(new Fault("limit", "OUT_OF_RANGE", "Use a number from 1 to " + MOST));
            return USUAL;
        }
        return Integer.parseInt(value);
    }

    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.QUERY_INVALID, faults);
        }
    }
}
