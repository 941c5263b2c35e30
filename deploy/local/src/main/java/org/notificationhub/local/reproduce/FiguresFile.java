package org.notificationhub.local.reproduce;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.notificationhub.local.reproduce.Fault.Place;

/** A CSV file of published figures, row by row; rows that cannot be read are faults. */
final class FiguresFile {

    /** Stands where something was published but not read, or nothing was published. */
    static final String NOT_OBTAINED = "NOT_OBTAINED";

    private static final String ALL = "all";
    private static final ObjectReader ROW =
            new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerFor(String[].class);

    private final String name;
    private final ReportingYear year;
    private final boolean passOverOtherYears;
    private final List<Published> figures = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private Shape shape;

    /** @param passOverOtherYears where a row of another year is no fault */
    FiguresFile(String name, List<String> lines, ReportingYear year, boolean passOverOtherYears) {
        this.name = name;
        this.year = year;
        this.passOverOtherYears = passOverOtherYears;
        read(lines);
    }

    String name() {
        return name;
    }

    /** Empty where its columns do not say. */
    Optional<Shape> shape() {
        return Optional.ofNullable(shape);
    }

    List<Published> figures() {
        return figures;
    }

    List<Fault> faults() {
        return faults;
    }

    private void read(List<String> lines) {
        var header = lines.isEmpty() ? List.<String>of() : cells(1, lines.get(0));
        shape = Shape.of(header).orElse(null);
        if (shape == null) {
            fault(1, "These are not the columns of figures to reproduce. Use " + Shape.columns());
            return;
        }
        for (var i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                row(i + 1, header, cells(i + 1, lines.get(i)));
            }
        }
        if (figures.isEmpty() && faults.isEmpty() && !passOverOtherYears) {
            fault(1, "There is no row of %s beneath the header".formatted(year));
        }
    }

    private List<String> cells(int line, String text) {
        try (var rows = ROW.<String[]>readValues(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            var cells = new ArrayList<String>();
            for (var cell : rows.nextValue()) {
                cells.add(cell.strip());
            }
            return cells;
        } catch (IOException e) {
            fault(line, "It cannot be read as one row of CSV");
            return List.of();
        }
    }

    private void row(int line, List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            fault(line, "It has %d cells, but the header has %d".formatted(cells.size(), header.size()));
            return;
        }
        var row = new HashMap<String, String>();
        for (var column = 0; column < header.size(); column++) {
            row.put(header.get(column), cells.get(column));
        }
        if (!row.get("year").equals(year.toString())) {
            if (!passOverOtherYears) {
                fault(line, "It is of the year '%s', not of %s".formatted(row.get("year"), year));
            }
            return;
        }
        figure(line, row);
    }

    private void figure(int line, Map<String, String> row) {
        var before = faults.size();
        var modality = modality(line, row.get("modality"));
        var path = path(line, row);
        var count = number(line, "count", row.get("count"));
        var percent = number(line, "published_percent", row.getOrDefault("published_percent", ""));
        if (shape.countsOnly() && count == null && faults.size() == before) {
            fault(line, "count is empty");
        }
        if (shape == Shape.ERRORS && !row.getOrDefault("sub_modality", "").isEmpty()) {
            fault(line, "sub_modality must be empty: tiers and sub-modalities are counted apart, in a file each");
        }
        if (row.get("modality").equals(ALL) && !path.isEmpty()) {
            fault(line, "A row of all modalities has no parts");
        }
        if (faults.size() == before) {
            var rest = shape.path().stream().anyMatch(column -> row.get(column).equals(NOT_OBTAINED));
            figures.add(new Published(shape, modality, path, count, percent, rest, place(line)));
        }
    }

    private Modality modality(int line, String word) {
        var modality = Modality.of(word);
        if (modality.isEmpty() && !word.equals(ALL)) {
            fault(line, "'%s' is no modality. Use %s, or all".formatted(word, Modality.words()));
        }
        return modality.orElse(null);
    }

    /** What is named, down to the first step that is not. */
    private List<String> path(int line, Map<String, String> row) {
        var named = new ArrayList<String>();
        for (var column : shape.path()) {
            var step = row.get(column);
            var isName = !step.isEmpty() && !step.equals(NOT_OBTAINED);
            if (isName && named.size() < shape.path().indexOf(column)) {
                fault(line, "%s is given, but not the one above it".formatted(column));
                return named;
            }
            if (isName) {
                named.add(step);
            }
        }
        return named;
    }

    private Integer number(int line, String column, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
            fault(line, "%s must be a whole number, not negative, but is '%s'".formatted(column, text));
            return null;
        }
        return Integer.valueOf(text);
    }

    private void fault(int line, String says) {
        faults.add(new Fault(place(line), says));
    }

    private Place place(int line) {
        return new Place(name, line);
    }
}
