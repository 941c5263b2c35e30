package org.notificationhub.irmer.dashboard;

import java.util.List;

/** A table as a page shows it. @param caption what it is of, for who cannot see the heading before it */
public record TableView(String caption, List<Header> headers, List<Row> rows) {

    public record Header(String text, boolean number) {}

    /** @param depth how far under others the row stands in a tree; 0 for all rows of another table */
    public record Row(int depth, List<Cell> cells) {}

    /**
     * @param label of its column, for where there is no room for columns
     * @param href the events behind a number; null where none are shown
     * @param meaning of a mark such as {@code [c]}; null where there is none
     */
    public record Cell(String label, String text, boolean number, String href, String meaning) {

        /** Of a sentence rather than a word or two. */
        public boolean isLong() {
            return text.length() > 40;
        }
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
