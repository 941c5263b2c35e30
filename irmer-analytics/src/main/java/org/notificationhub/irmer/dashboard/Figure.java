package org.notificationhub.irmer.dashboard;

import java.util.List;

/**
 * One finding of the page with what it rests on.
 *
 * @param id of its section, which other pages may link to
 * @param topic its heading
 * @param finding what the figures show, in a sentence or two
 * @param subtitle what is measured, where, when, and by whose word
 * @param chart null where there is nothing to draw
 * @param table what is drawn, and the links to the events behind it
 * @param folded whether the table waits to be opened, because the chart says the same
 * @param csv address of all of it as a file
 * @param ods address of all of it as a spreadsheet
 */
public record Figure(
        String id,
        String topic,
        String finding,
        String subtitle,
        Chart chart,
        TableView table,
        boolean folded,
        String csv,
        String ods,
        List<String> notes) {}
