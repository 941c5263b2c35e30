package org.notificationhub.irmer.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.report.AnnualReport;
import org.notificationhub.irmer.report.AnnualTables;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ModalityShare;
import org.notificationhub.irmer.report.Trend;
import org.notificationhub.words.LondonTime;

/**
 * A year's figures as a page shows them, what matters most first.
 *
 * @param asAt in words
 * @param known the same time, for a script
 * @param total of the year, of every modality
 * @param shares of each modality
 * @param attention what somebody should look at
 * @param marks shorthand that the tables use
 */
public record Dashboard(
        String year,
        String asAt,
        String known,
        Number total,
        boolean provisional,
        List<Share> shares,
        List<Attention> attention,
        List<Figure> figures,
        List<Shorthand> marks) {

    /** @param text such as {@code 820 notifications} */
    public record Number(String text, String unit, String href) {}

    /** @param chosen whether the reader chose to look at it */
    public record Share(String modality, Number count, String ofAll, String nhs, boolean chosen) {}

    public record Attention(String text, String href) {}

    /** @param providers the table by provider, of the modality that was chosen if one was */
    public static Dashboard of(AnnualTables tables, Modality modality, Trend trend, FigureTable providers) {
        var shown = new Shown(tables, modality);
        var report = tables.report();
        var figures = figures(shown, TrendFigure.of(shown, trend), providers);
        return new Dashboard(
                tables.year().toString(),
                LondonTime.of(tables.asOf()),
                tables.asOf().toString(),
                number(report.total(), new Shown(tables, null).drill().to()),
                report.isProvisional(),
                report.modalities().stream()
                        .map(share -> share(shown, report, share))
                        .toList(),
                attention(shown),
                figures,
                marks(figures));
    }

    /** Of a year of which nothing was told there is only what other years were. */
    private static List<Figure> figures(Shown shown, Figure trend, FigureTable providers) {
        var report = shown.whole().report();
        var nothing = report.total() == 0 && report.leftOut().values().stream().allMatch(count -> count == 0);
        return nothing
                ? List.of(trend)
                : List.of(
                        trend,
                        ModalityFigures.modalities(shown),
                        FactorFigure.of(shown),
                        ErrorFigure.of(shown),
                        ModalityFigures.subModalities(shown),
                        CodeFigure.of(shown),
                        TimelinessFigure.of(shown),
                        ProviderFigure.of(shown, providers),
                        CareFigure.of(shown));
    }

    private static Share share(Shown shown, AnnualReport report, ModalityShare share) {
        return new Share(
                share.modality().label(),
                number(share.count(), shown.drill().in(share.modality().name()).to()),
                share.percent() == null ? null : "%d%% of %,d".formatted(share.percent(), report.total()),
                share.nhsPercent() == null
                        ? null
                        : "%d%% from NHS acute trusts (%,d), of those that state it"
                                .formatted(share.nhsPercent(), share.nhsCount()),
                share.modality() == shown.modality());
    }

    private static List<Attention> attention(Shown shown) {
        var report = shown.tables().report();
        var attention = new ArrayList<Attention>();
        add(
                attention,
                report.awaitingClassification(),
                "awaiting classification",
                CareFigure.events(shown, "AWAITING_REVIEW"));
        add(
                attention,
                overdue(shown),
                "with an investigation report overdue",
                shown.drill().to("overdue", "true"));
        add(
                attention,
                report.possibleDuplicates(),
                "possibly told twice, by another provider too",
                CareFigure.events(shown, "POSSIBLE_DUPLICATE"));
        return attention;
    }

    private static int overdue(Shown shown) {
        return shown.rows(shown.tables().timeliness()).stream()
                .filter(row -> row.hasNumber("overdue"))
                .mapToInt(row -> row.number("overdue").intValue())
                .sum();
    }

    private static void add(List<Attention> attention, int count, String what, String href) {
        if (count > 0) {
            var number = number(count, href);
            attention.add(new Attention("%s %s %s".formatted(number.text(), number.unit(), what), href));
        }
    }

    private static Number number(int count, String href) {
        return new Number(
                "%,d".formatted(count), count == 1 ? "notification" : "notifications", count == 0 ? null : href);
    }

    private static List<Shorthand> marks(List<Figure> figures) {
        var meanings = figures.stream()
                .flatMap(figure -> figure.table().rows().stream())
                .flatMap(row -> row.cells().stream())
                .map(TableView.Cell::meaning)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Arrays.stream(Shorthand.values())
                .filter(mark -> meanings.contains(mark.meaning()))
                .toList();
    }
}
