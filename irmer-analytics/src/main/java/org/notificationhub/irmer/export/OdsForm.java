package org.notificationhub.irmer.export;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.notificationhub.events.WireJson;
import org.notificationhub.irmer.export.Sheet.Grid;
import org.notificationhub.irmer.export.Sheet.Heading;
import org.notificationhub.irmer.export.Sheet.Width;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.notificationhub.irmer.figure.Value;
import org.notificationhub.words.LondonTime;

/**
 * A book as an OpenDocument spreadsheet, laid out as the Government Analysis Function asks of official statistics
 * ("Releasing statistics in spreadsheets"): Cover, Contents, Notes, and a worksheet for each table (ADR 19).
 */
final class OdsForm {

    private static final String CONTENTS = "Contents";
    private static final String NOTES = "Notes";
    private static final String NOT_REAL = "Demonstration data: the events are not real.";

    private final Optional<URI> licence;

    OdsForm(Optional<URI> licence) {
        this.licence = licence;
    }

    byte[] write(FigureBook book) {
        return OdsPackage.of(book.title(), book.asOf(), OdsContent.of(sheets(book)));
    }

    private List<Sheet> sheets(FigureBook book) {
        var sheets = new ArrayList<Sheet>();
        sheets.add(cover(book));
        sheets.add(contents(book));
        sheets.add(notes(book));
        for (var number = 1; number <= book.tables().size(); number++) {
            sheets.add(table(book, number));
        }
        return sheets;
    }

    private Sheet cover(FigureBook book) {
        var lines = new ArrayList<String>();
        lines.add(book.title());
        if (book.demonstration()) {
            lines.add(NOT_REAL);
        }
        lines.add("Period: " + book.period());
        lines.add("As at: %s (%s). What was recorded later is left out."
                .formatted(LondonTime.of(book.asOf()), WireJson.format(book.asOf())));
        lines.add("Source: " + book.source());
        lines.add("Version of the counting rules: " + book.version());
        licence.ifPresent(address -> lines.add("Licence: " + address));
        lines.add("Contact: " + book.contact());
        lines.add(
                "The worksheets are listed in Contents. How it was counted, and what the shorthand means, is in Notes.");
        return new Sheet("Cover", lines, null);
    }

    private static Sheet contents(FigureBook book) {
        var header = List.of(
                new Heading("Worksheet", Width.CODE, true),
                new Heading("Title", Width.WORDS),
                new Heading("What it shows", Width.WORDS));
        var rows = IntStream.rangeClosed(1, book.tables().size())
                .mapToObj(number -> {
                    var table = book.tables().get(number - 1);
                    return words(name(number), table.title(), table.finding());
                })
                .toList();
        return new Sheet(CONTENTS, List.of(CONTENTS, Sheet.ONE_TABLE), new Grid("contents", header, rows));
    }

    private static Sheet notes(FigureBook book) {
        var header = List.of(new Heading("About", Width.CODE), new Heading("Note", Width.WORDS));
        var counting = book.countingRules().stream().map(rule -> words("All tables", rule));
        var tables = IntStream.rangeClosed(1, book.tables().size())
                .boxed()
                .flatMap(number ->
                        book.tables().get(number - 1).notes().stream().map(note -> words(name(number), note)));
        var shorthand = Marks.in(book).stream().map(mark -> words("Shorthand " + mark.mark(), mark.meaning()));
        var rows = Stream.of(counting, tables, shorthand).flatMap(each -> each).toList();
        return new Sheet(NOTES, List.of(NOTES, Sheet.ONE_TABLE), new Grid("notes", header, rows));
    }

    private static Sheet table(FigureBook book, int number) {
        var table = book.tables().get(number - 1);
        var lines = new ArrayList<String>();
        lines.add("Table " + number + ": " + table.title());
        lines.add(Sheet.ONE_TABLE);
        lines.add(table.finding());
        if (book.demonstration()) {
            lines.add(NOT_REAL);
        }
        lines.add("Period: %s. As at %s. Notes and shorthand are in the worksheet Notes."
                .formatted(book.period(), LondonTime.of(book.asOf())));
        var header = IntStream.range(0, table.columns().size())
                .mapToObj(place -> heading(table.columns().get(place), place))
                .toList();
        return new Sheet(name(number), lines, new Grid(rangeName(table), header, table.rows()));
    }

    /** A unit is part of the heading, for its cells are numbers. */
    private static Heading heading(Column column, int place) {
        var said = column.unit() == null
                || column.label()
                        .toLowerCase(Locale.ROOT)
                        .contains(column.unit().toLowerCase(Locale.ROOT));
        return new Heading(
                said ? column.label() : "%s (%s)".formatted(column.label(), column.unit()), width(column, place));
    }

    private static Width width(Column column, int place) {
        return switch (column.kind()) {
            case COUNT, PERCENT, RATE, DATE -> Width.NUMBER;
            case CODE, LABEL -> place == 0 ? Width.FIRST : Width.CODE;
            case TEXT -> Width.WORDS;
        };
    }

    private static String name(int number) {
        return "Table_" + number;
    }

    private static String rangeName(FigureTable table) {
        return table.name().replace('-', '_');
    }

    private static List<Value> words(String... texts) {
        return Stream.of(texts).map(Value::of).toList();
    }
}
