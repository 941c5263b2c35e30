package org.notificationhub.irmer.figure;

import java.util.List;

/**
 * One table of figures, free of the form in which it is given out.
 *
 * @param name for files and links, such as {@code sub-modalities}
 * @param finding one sentence that says what the figures show
 * @param rows each with a value for every column
 * @param notes how it was counted and rounded, one sentence each
 */
public record FigureTable(
        String name, String title, String finding, List<Column> columns, List<List<Value>> rows, List<String> notes) {

    public FigureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        var width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("Each row of %s has %d values".formatted(name, width));
        }
    }
}
