package org.notificationhub.irmer.dashboard;

/** What is not counted, and what of the counted somebody still has to look at. */
final class CareFigure {

    private CareFigure() {}

    static Figure of(Shown shown) {
        var table = shown.tables().leftOut();
        return new Figure(
                "left-out",
                "Left out, and still to be looked at",
                table.finding(),
                shown.subtitle("Notifications that are not counted, or whose count may change"),
                null,
                new Columns()
                        .with("reasonLabel", "Why")
                        .with("countedLabel", "Counted above")
                        .linked("count", "Notifications", row -> events(shown, row.code("reason")))
                        .of(
                                table.title(),
                                FigureRow.of(table).stream()
                                        .map(CareFigure::inWords)
                                        .toList()),
                false,
                shown.file(".csv?table=left-out"),
                shown.file(".ods"),
                table.notes());
    }

    private static FigureRow inWords(FigureRow row) {
        return row.with("countedLabel", row.code("counted").equals("YES") ? "Yes" : "No");
    }

    static String events(Shown shown, String reason) {
        return switch (reason) {
            case "AWAITING_REVIEW" -> shown.drill().to("awaitingClassification", "true");
            case "POSSIBLE_DUPLICATE" -> shown.drill().to("duplicates", "true");
            default -> shown.drill().to("leftOut", reason);
        };
    }
}
