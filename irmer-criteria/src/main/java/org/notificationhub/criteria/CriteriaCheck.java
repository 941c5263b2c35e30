package org.notificationhub.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What rows, each good in itself, can get wrong as a whole. Every category has a row in every country on every day, if only one that
 * says the edition has no such criterion: else a criterion that was forgotten would read as one that is not met.
 */
final class CriteriaCheck {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private final List<Criterion> criteria;
    private final List<String> flaws = new ArrayList<>();

    private CriteriaCheck(List<Criterion> criteria) {
        this.criteria = criteria;
    }

    static void refuseFlaws(List<Criterion> criteria) {
        var check = new CriteriaCheck(criteria);
        for (var country : Country.values()) {
            check.daysOfChange().forEach(day -> check.everyCategoryHasItsRow(country, day));
        }
        if (!check.flaws.isEmpty()) {
            throw new CriteriaUnusable(check.flaws);
        }
    }

    /** Between two of them nothing changes. */
    private SortedSet<LocalDate> daysOfChange() {
        var days = new TreeSet<LocalDate>();
        days.add(FIRST_DAY);
        criteria.stream()
                .map(row -> row.inForce().from())
                .filter(Objects::nonNull)
                .forEach(days::add);
        criteria.stream()
                .map(row -> row.inForce().to())
                .filter(Objects::nonNull)
                .map(last -> last.plusDays(1))
                .forEach(days::add);
        return days;
    }

    private void everyCategoryHasItsRow(Country country, LocalDate day) {
        var inForce =
                criteria.stream().filter(row -> row.inForce().in(country, day)).toList();
        inForce.stream()
                .collect(Collectors.groupingBy(row -> row.category() + " in " + row.edition(), Collectors.counting()))
                .forEach((place, rows) -> {
                    if (rows > 1) {
                        flaws.add(place + " has " + rows + " rows on " + day + " in " + country);
                    }
                });
        var categories = inForce.stream().map(Criterion::category).collect(Collectors.toSet());
        if (categories.equals(EnumSet.of(Category.EVERY_EXPOSURE))) {
            return;
        }
        for (var category : EnumSet.complementOf(EnumSet.of(Category.EVERY_EXPOSURE))) {
            if (!categories.contains(category)) {
                flaws.add(category + " has no row on " + day + " in " + country);
            }
        }
    }
}
