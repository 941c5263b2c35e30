package org.notificationhub.routing.register;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/**
 * CQC's directory: a row for each location, which repeats what is said of its provider. Columns are known by their names;
 * lines of a title may stand before those.
 */
final class DirectoryCsv {

    private static final String ID = "Provider ID";
    private static final String NAME = "Provider Name";
    private static final String OWNERSHIP = "Provider Ownership Type";
    private static final String SECTOR = "Provider Type/Sector";
    private static final String STATUS = "Provider Status";
    private static final List<String> NEEDED = List.of(ID, OWNERSHIP, SECTOR);

    /** More lines of title than any published directory has. */
    private static final int LONGEST_TITLE = 20;

    private static final ObjectReader ROWS =
            new CsvMapper().enable(CsvParser.Feature.WRAP_AS_ARRAY).readerFor(String[].class);

    private DirectoryCsv() {}

    static void read(InputStream file, Consumer<RegisterRow> each) throws IOException {
        try (MappingIterator<String[]> rows = ROWS.readValues(file)) {
            var number = 0;
            Map<String, Integer> columns = Map.of();
            while (!columns.containsKey(ID)) {
                if (++number > LONGEST_TITLE || !rows.hasNextValue()) {
                    throw lacks(NEEDED);
                }
                columns = columns(rows.nextValue());
            }
            refuseWithout(columns);
            while (rows.hasNextValue()) {
                var cells = rows.nextValue();
                number++;
                if (Stream.of(cells).anyMatch(cell -> !cell.isBlank())) {
                    each.accept(row(number, cell(cells, columns)));
                }
            }
        }
    }

    private static Map<String, Integer> columns(String[] header) {
        return IntStream.range(0, header.length)
                .boxed()
                .collect(Collectors.toMap(column -> header[column].strip(), column -> column, (first, next) -> first));
    }

    private static UnaryOperator<String> cell(String[] cells, Map<String, Integer> columns) {
        return name -> {
            var column = columns.getOrDefault(name, cells.length);
            return column < cells.length ? cells[column] : null;
        };
    }

    private static RegisterRow row(int number, UnaryOperator<String> cell) {
        return new RegisterRow(
                number,
                cell.apply(ID),
                cell.apply(NAME),
                cell.apply(OWNERSHIP),
                cell.apply(SECTOR),
                cell.apply(STATUS),
                null);
    }

    private static void refuseWithout(Map<String, Integer> columns) {
        var missing = NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw lacks(missing);
        }
    }

    private static Refusal lacks(List<String> missing) {
        return new Refusal(
                ProblemKind.RULE_BROKEN,
                "The file lacks the columns %s; CQC's directory of active locations (HSCA active locations) has them"
                        .formatted(String.join(", ", missing)),
                missing.stream()
                        .map(name -> new Fault("", "COLUMN_MISSING", "Add the column " + name))
                        .toList(),
                Map.of());
    }
}
