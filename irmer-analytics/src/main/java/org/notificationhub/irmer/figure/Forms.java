package org.notificationhub.irmer.figure;

/** The media types in which a {@link FigureBook} is given out. */
public final class Forms {

    public static final String JSON = "application/json";
    public static final String CSV = "text/csv";
    public static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";

    private Forms() {}
}
