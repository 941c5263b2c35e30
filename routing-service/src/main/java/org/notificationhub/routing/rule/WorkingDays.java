package org.notificationhub.routing.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The working days of England.
 *
 * @param bankHolidays as published; past the last one known only weekends are left out, which ends a period too early
 *     rather than too late
 */
public record WorkingDays(Set<LocalDate> bankHolidays) {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public WorkingDays {
        bankHolidays = Set.copyOf(bankHolidays);
    }

    boolean contains(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !bankHolidays.contains(day);
    }

    /** The last of {@code count} working days that follow {@code day}. */
    LocalDate after(LocalDate day, int count) {
        var last = day;
        for (var left = count; left > 0; ) {
            last = last.plusDays(1);
            if (contains(last)) {
                left--;
            }
        }
        return last;
    }
}
