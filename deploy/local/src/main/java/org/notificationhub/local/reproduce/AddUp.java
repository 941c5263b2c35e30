package org.notificationhub.local.reproduce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.notificationhub.local.reproduce.Fault.Place;

/** Puts the rows of all files together, and finds where they contradict one another. */
final class AddUp {

    private final ReportingYear year;
    private final List<Published> figures;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Published> ends = new ArrayList<>();
    private final Map<Modality, Integer> counts = new EnumMap<>(Modality.class);
    private Integer total;

    AddUp(ReportingYear year, Collection<FiguresFile> files) {
        this.year = year;
        this.figures = files.stream().flatMap(file -> file.figures().stream()).toList();
        files.forEach(file -> faults.addAll(file.faults()));
        refuseFaults();
    }

    Margins margins() {
        findRepeated();
        refuseFaults();
        Stream.of(Modality.values()).forEach(this::addUpErrors);
        Stream.of(Modality.values()).forEach(this::count);
        addUpTotal();
        refuseFaults();
        figures.forEach(this::comparePercent);
        var subModalities = parts(Shape.SUB_MODALITIES);
        var organisations = parts(Shape.ORGANISATIONS);
        refuseFaults();
        return new Margins(
                year,
                total,
                counts,
                percents(),
                subModalities,
                organisations,
                ends.stream().map(Portion::counted).toList());
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new MarginsRefused(faults);
        }
    }

    private void findRepeated() {
        var first = new HashMap<List<Object>, Published>();
        for (var figure : figures) {
            var what = Stream.of(figure.shape(), figure.name(), figure.rest())
                    .<Object>map(each -> each)
                    .toList();
            var earlier = first.putIfAbsent(what, figure);
            if (earlier != null) {
                fault(figure.place(), "%s was given before, in %s".formatted(figure.name(), earlier.place()));
            }
        }
    }

    /** From the ends up: a row above others is their sum, one above none is an end itself. */
    private void addUpErrors(Modality modality) {
        var rows = of(Shape.ERRORS, modality);
        var found = new ArrayList<>(rows.stream().filter(Published::rest).toList());
        rows.stream()
                .filter(row -> !row.rest())
                .sorted(Comparator.comparingInt((Published row) -> row.path().size())
                        .reversed())
                .forEach(row -> {
                    var beneath =
                            found.stream().filter(end -> isBeneath(end, row)).toList();
                    if (beneath.isEmpty()) {
                        found.add(row);
                    } else {
                        compare(sum(beneath), Claim.of(row), row.name());
                    }
                });
        found.sort(Comparator.comparingInt(end -> end.place().line()));
        ends.addAll(found);
    }

    private static boolean isBeneath(Published end, Published row) {
        var depth = row.path().size();
        return end.path().size() >= depth && end.path().subList(0, depth).equals(row.path());
    }

    /** What is printed for the whole goes before what its parts sum to. */
    private void count(Modality modality) {
        var claims = new ArrayList<Claim>();
        figures.stream()
                .filter(figure -> figure.modality() == modality && figure.isWhole() && figure.count() != null)
                .sorted(Comparator.comparing(Published::shape).reversed())
                .forEach(figure -> claims.add(Claim.of(figure)));
        var ofModality = ends.stream().filter(end -> end.modality() == modality).toList();
        if (!ofModality.isEmpty()) {
            claims.add(sum(ofModality));
        }
        var parts = partsOf(Shape.SUB_MODALITIES, modality);
        if (!parts.isEmpty() && parts.stream().allMatch(part -> part.count() != null)) {
            claims.add(sum(parts));
        }
        if (!claims.isEmpty()) {
            claims.stream().skip(1).forEach(claim -> compare(claim, claims.get(0), modality.label()));
            counts.put(modality, claims.get(0).count);
        }
    }

    private void addUpTotal() {
        var totals = figures.stream()
                .filter(figure -> figure.modality() == null && figure.count() != null)
                .toList();
        if (counts.isEmpty()) {
            throw new MarginsRefused(List.of(
                    totals.isEmpty()
                            ? new Fault(new Place("the figures", 1), "Nothing is known of " + year)
                            : new Fault(
                                    totals.get(0).place(),
                                    "The total of %s is known, but not how it divides into modalities"
                                            .formatted(year))));
        }
        var sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        for (var row : totals) {
            total = row.count();
            if (total != sum) {
                fault(
                        row.place(),
                        "It says %d for all, but the modalities sum to %d: %s".formatted(total, sum, counts()));
            }
        }
    }

    private String counts() {
        return String.join(
                " + ",
                counts.entrySet().stream()
                        .map(each -> each.getKey().label() + " " + each.getValue())
                        .toList());
    }

    /** Printed percentages are rounded, and now and then adjusted so that they total 100: less than one whole per cent off. */
    private void comparePercent(Published figure) {
        var whole = whole(figure);
        var count = figure.isWhole() ? counts.get(figure.modality()) : figure.count();
        if (figure.percent() == null || figure.modality() == null) {
            return;
        }
        if (figure.percent() > 100) {
            fault(figure.place(), "published_percent is %d, more than 100".formatted(figure.percent()));
        } else if (count != null && Math.abs(100L * count - (long) figure.percent() * whole) >= Math.max(1, whole)) {
            fault(
                    figure.place(),
                    "%s: %d of %d is %.1f %%, but %d %% is given"
                            .formatted(figure.name(), count, whole, 100.0 * count / whole, figure.percent()));
        }
    }

    private int whole(Published figure) {
        return figure.isWhole()
                ? counts.values().stream().mapToInt(Integer::intValue).sum()
                : counts.getOrDefault(figure.modality(), 0);
    }

    private List<Portion> parts(Shape shape) {
        return Stream.of(Modality.values())
                .flatMap(modality -> parts(shape, modality).stream())
                .toList();
    }

    private List<Portion> parts(Shape shape, Modality modality) {
        var rows = partsOf(shape, modality);
        var whole = counts.getOrDefault(modality, 0);
        var parts = new ArrayList<Portion>();
        for (var row : rows) {
            if (row.count() != null) {
                parts.add(Portion.counted(row));
            } else if (row.percent() != null && !row.rest()) {
                var part = Portion.ofPercent(row, whole);
                parts.add(part);
                if (part.least() > part.most()) {
                    fault(row.place(), "No whole number of %d is %d %%".formatted(whole, row.percent()));
                }
            } else if (!row.rest()) {
                fault(row.place(), "%s has neither a count nor a percentage".formatted(row.name()));
            }
        }
        return fitted(parts, rows, whole);
    }

    /** Within the ranges that percentages allow, so that the parts sum to the whole, or leave a rest where there is one. */
    private List<Portion> fitted(List<Portion> parts, List<Published> rows, int whole) {
        var hasRest = rows.stream().anyMatch(row -> row.rest() && row.count() == null)
                || rows.stream().allMatch(row -> row.shape() == Shape.ORGANISATIONS);
        var off = parts.stream().mapToInt(Portion::count).sum() - whole;
        for (var i = 0; i < parts.size() && (off > 0 || off < 0 && !hasRest); i++) {
            var part = parts.get(i);
            var other = Math.max(part.least(), Math.min(part.most(), part.count() - off));
            off -= part.count() - other;
            parts.set(i, part.of(other));
        }
        if (!parts.isEmpty() && (off > 0 || off < 0 && !hasRest)) {
            fault(
                    rows.get(0).place(),
                    "%s: %s sum to %d, but the whole is %d"
                            .formatted(parts.get(0).modality().label(), lines(rows), whole + off, whole));
        }
        return parts;
    }

    private Map<Modality, Integer> percents() {
        var percents = new EnumMap<Modality, Integer>(Modality.class);
        figures.stream()
                .filter(figure -> figure.isWhole() && figure.modality() != null && figure.percent() != null)
                .forEach(figure -> percents.put(figure.modality(), figure.percent()));
        return percents;
    }

    private List<Published> of(Shape shape, Modality modality) {
        return figures.stream()
                .filter(figure -> figure.shape() == shape && Objects.equals(figure.modality(), modality))
                .toList();
    }

    private List<Published> partsOf(Shape shape, Modality modality) {
        return of(shape, modality).stream().filter(row -> !row.isWhole()).toList();
    }

    private void compare(Claim sum, Claim expected, String of) {
        if (sum.count != expected.count) {
            fault(
                    sum.place,
                    "%s: %s %d, but in %s %s %d"
                            .formatted(
                                    of, sum.words, sum.count, expected.place.file(), expected.words, expected.count));
        }
    }

    private static Claim sum(List<Published> rows) {
        return new Claim(
                rows.stream().mapToInt(Published::count).sum(),
                rows.stream()
                        .map(Published::place)
                        .min(Comparator.comparingInt(Place::line))
                        .orElseThrow(),
                lines(rows) + (rows.size() == 1 ? " gives" : " sum to"));
    }

    private static String lines(List<Published> rows) {
        var numbers = rows.stream().map(row -> row.place().line()).sorted().toList();
        var first = numbers.get(0);
        var last = numbers.get(numbers.size() - 1);
        if (numbers.size() == 1) {
            return "line " + first;
        }
        return last - first == numbers.size() - 1
                ? "lines %d to %d".formatted(first, last)
                : "lines "
                        + String.join(
                                ", ", numbers.stream().map(String::valueOf).toList());
    }

    private void fault(Place place, String says) {
        faults.add(new Fault(place, says));
    }

    /** That something counts so many, and where that is said. */
    private record Claim(int count, Place place, String words) {
        static Claim of(Published row) {
            return new Claim(
                    row.count(),
                    row.place(),
                    "line %d says".formatted(row.place().line()));
        }
    }
}
