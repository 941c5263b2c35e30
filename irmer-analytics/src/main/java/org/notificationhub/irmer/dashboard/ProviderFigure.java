package org.notificationhub.irmer.dashboard;

import java.util.Map;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.report.Modality;

/** Who notified nothing, or unusually little for what they do. Only what may be shown by provider is. */
final class ProviderFigure {

    private static final Map<String, String> MARKS = Map.of("ZERO", "Nothing notified", "LOW", "Unusually low");
    private static final Map<String, String> BEYOND = Map.of(
            "NEITHER", "within the limits of chance",
            "LIMITS_95", "beyond the 95% limit",
            "LIMITS_99_8", "beyond the 99.8% limit");

    private ProviderFigure() {}

    static Figure of(Shown shown, FigureTable table) {
        var rows = FigureRow.of(table).stream()
                .filter(row -> row.code("mark") != null && MARKS.containsKey(row.code("mark")))
                .map(ProviderFigure::inWords)
                .toList();
        return new Figure(
                "low-reporters",
                "Low and zero reporters",
                table.finding(),
                shown.subtitle(
                        "Providers with activity that notified nothing, or less than the limits of chance allow"),
                null,
                new Columns()
                        .with("provider", "Provider")
                        .with("modalityLabel", "Modality")
                        .with("count", "Notifications")
                        .with("expected", "Expected")
                        .with("lower95", "Lower 95% limit")
                        .with("markLabel", "Mark")
                        .of(table.title(), rows),
                false,
                shown.file(shown.modality() == null ? "/providers.csv" : "/providers.csv?modality=" + shown.scope()),
                shown.file(shown.modality() == null ? "/providers.ods" : "/providers.ods?modality=" + shown.scope()),
                table.notes());
    }

    private static FigureRow inWords(FigureRow row) {
        var modality = row.code("modality");
        return row.with(
                        "modalityLabel",
                        Modality.of(modality).map(Modality::label).orElse(modality))
                .with("markLabel", "%s, %s".formatted(MARKS.get(row.code("mark")), BEYOND.get(row.code("beyond"))));
    }
}
