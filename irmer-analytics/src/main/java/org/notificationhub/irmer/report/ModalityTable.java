package org.notificationhub.irmer.report;

import static org.notificationhub.irmer.figure.Shorthand.NOT_APPLICABLE;
import static org.notificationhub.irmer.figure.Shorthand.NOT_AVAILABLE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;

/** A year's notifications by modality. */
final class ModalityTable {

    private static final List<Column> COLUMNS = List.of(
            Column.code("modality", "Modality code"),
            Column.label("modalityLabel", "Modality"),
            Column.count("count", "Notifications"),
            Column.percent("percent", "Share of all notifications"),
            Column.count("nhsCount", "Of NHS acute trusts"),
            Column.percent("nhsPercent", "Share of NHS acute trusts"),
            new Column("activity", "Activity in England", Column.Kind.COUNT, "as activityUnit says"),
            Column.code("activityBound", "How exactly the activity is known"),
            Column.text("activityUnit", "What the activity counts"),
            Column.rate("perMillion", "Notifications per million of activity", "per million of activity"));

    private ModalityTable() {}

    static FigureTable of(AnnualReport report) {
        var rows = new ArrayList<List<Value>>();
        rows.add(whole(Scope.ALL, report.total(), report.total()));
        report.modalities().forEach(share -> rows.add(row(share)));
        if (report.unclassified() > 0) {
            rows.add(whole(Scope.NOT_KNOWN, report.unclassified(), report.total()));
        }
        return new FigureTable(
                "modalities",
                "Notifications by modality, %s".formatted(report.year()),
                finding(report),
                COLUMNS,
                rows,
                notes(report));
    }

    private static List<Value> row(ModalityShare share) {
        var activity = share.activity();
        return Stream.concat(
                        Scope.of(share.modality()).values().stream(),
                        Stream.of(
                                Value.of(share.count()),
                                Value.orMissing(share.percent(), NOT_APPLICABLE),
                                Value.orMissing(share.nhsCount(), NOT_AVAILABLE),
                                Value.orMissing(share.nhsPercent(), NOT_AVAILABLE),
                                Value.orMissing(activity == null ? null : activity.amount(), NOT_AVAILABLE),
                                Value.orMissing(
                                        activity == null
                                                ? null
                                                : activity.bound().name(),
                                        NOT_AVAILABLE),
                                Value.orMissing(activity == null ? null : activity.unit(), NOT_AVAILABLE),
                                Value.orMissing(share.perMillion(), NOT_AVAILABLE)))
                .toList();
    }

    /** Of all together there is no share of acute trusts and no activity: modalities state and count them differently. */
    private static List<Value> whole(Scope scope, int count, int total) {
        return Stream.of(
                        scope.values().stream(),
                        Stream.of(Value.of(count), Value.orMissing(Rounding.percent(count, total), NOT_APPLICABLE)),
                        Stream.generate(() -> Value.missing(NOT_APPLICABLE)).limit(6))
                .flatMap(each -> each)
                .toList();
    }

    private static String finding(AnnualReport report) {
        return report.modalities().stream()
                .filter(share -> share.count() > 0)
                .max(Comparator.comparingInt(ModalityShare::count))
                .map(share -> "%s was %s."
                        .formatted(
                                share.modality().label(),
                                ReportTexts.shareOfNotifications(share.count(), report.total())))
                .orElseGet(() -> report.total() == 0
                        ? ReportTexts.none(report.year())
                        : "The modality of none of %s is known.".formatted(ReportTexts.notifications(report.total())));
    }

    private static List<String> notes(AnnualReport report) {
        var notes = Notes.of(
                        Rounding.NEAREST,
                        "The share of NHS acute trusts is of the notifications that state the type of organisation.",
                        "Rates are rounded to one place after the point. AT_LEAST says that the activity was at least so"
                                + " much and the rate at most so high, AT_MOST the other way round, and ABOUT that both"
                                + " are approximate.")
                .when(
                        report.modalities().stream()
                                .anyMatch(share ->
                                        share.modality() == Modality.DIAGNOSTIC_IMAGING && share.activity() != null),
                        "Published numbers of imaging examinations contain those of nuclear medicine, so the rate of"
                                + " diagnostic imaging is somewhat too low.")
                .provisional(report, false);
        report.modalities().stream()
                .map(ModalityShare::activity)
                .filter(Objects::nonNull)
                .map(ModalityTable::sourced)
                .forEach(notes::and);
        return notes.all();
    }

    private static String sourced(Activity activity) {
        var source =
                "Activity of %s: %s".formatted(activity.modality().label().toLowerCase(Locale.ROOT), activity.source());
        return activity.publishedOn() == null
                ? source + "."
                : source + ", published on " + activity.publishedOn() + ".";
    }
}
