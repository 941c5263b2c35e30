package org.notificationhub.irmer.export;

import static org.notificationhub.irmer.figure.Shorthand.CONFIDENTIAL;
import static org.notificationhub.irmer.figure.Shorthand.NOT_APPLICABLE;
import static org.notificationhub.irmer.figure.Shorthand.NOT_AVAILABLE;
import static org.notificationhub.irmer.figure.Shorthand.PROVISIONAL;
import static org.notificationhub.irmer.figure.Shorthand.REVISED;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;

/** Made-up figures with every kind of column and every mark. */
final class SampleBook {

    static final Instant AS_OF = Instant.parse("2024-09-26T08:30:00.123Z");

    private SampleBook() {}

    static FigureBook book() {
        return of("CT, plain film and \"others\"", modalities(), days());
    }

    /** One table, in whose text cells stands a text from outside. */
    static FigureBook saying(String text) {
        var columns = List.of(
                Column.code("code", "Code"),
                Column.label("label", "Label"),
                Column.count("count", "Notifications"),
                Column.text("remark", "Remark"));
        var row = List.of(Value.of(text), Value.of(text), Value.of(-1), new Value(text, REVISED));
        return of("Codes", new FigureTable("codes", "Codes", "One code.", columns, List.of(row), List.of()));
    }

    static FigureBook of(String title, FigureTable... tables) {
        return new FigureBook(
                "irmer-notifications-england-2023-24",
                title,
                "2023/24",
                AS_OF,
                "Notifications to the hub",
                "rules 1",
                List.of("A notification counts once, however many people it tells of."),
                "irmer@hub.example",
                true,
                List.of(tables));
    }

    private static FigureTable modalities() {
        var columns = List.of(
                Column.code("modality", "Modality code"),
                Column.label("modalityLabel", "Modality"),
                Column.count("count", "Count"),
                Column.percent("percent", "Share"),
                Column.rate("perMillion", "Rate per million episodes", "per million episodes"),
                Column.date("firstNotified", "First notified"),
                Column.text("remark", "Remark"));
        return new FigureTable(
                "modalities",
                "By modality",
                "Diagnostic imaging has 55% of notifications.",
                columns,
                List.of(
                        row(
                                "DIAGNOSTIC_IMAGING",
                                "Diagnostic imaging",
                                Value.of(1447),
                                Value.of(55),
                                Value.of(new BigDecimal("14.90")),
                                Value.of(LocalDate.parse("2023-04-03")),
                                Value.of("CT, and \"plain film\"")),
                        row(
                                "RADIOTHERAPY",
                                "Radiotherapy",
                                new Value(244L, PROVISIONAL),
                                new Value(new BigDecimal("30"), REVISED),
                                Value.missing(NOT_AVAILABLE),
                                new Value(LocalDate.parse("2024-02-29"), PROVISIONAL),
                                Value.of("two\r\nlines")),
                        row(
                                "NUCLEAR_MEDICINE",
                                "Médecine nucléaire",
                                Value.missing(CONFIDENTIAL),
                                Value.missing(CONFIDENTIAL),
                                Value.of(new BigDecimal("1E+2")),
                                Value.missing(NOT_APPLICABLE),
                                Value.missing(NOT_AVAILABLE))),
                List.of("Percentages are rounded to whole numbers, a half upwards."));
    }

    private static List<Value> row(String code, String label, Value... rest) {
        var row = new ArrayList<>(List.of(Value.of(code), Value.of(label)));
        row.addAll(List.of(rest));
        return row;
    }

    private static FigureTable days() {
        return new FigureTable(
                "first-days",
                "By day",
                "Nothing was notified.",
                List.of(Column.date("day", "Day"), Column.count("count", "Notifications")),
                List.of(),
                List.of());
    }
}
