package org.notificationhub.irmer.difference;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.notificationhub.events.WireJson;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.report.ReportingYear;

/** Where the events behind a count are listed, as known at a time. */
record Events(ReportingYear year, Instant asOf) {

    private static final String NOT_STATED = "NOT_STATED";

    /** Those that are counted in a modality. */
    String of(String modality) {
        return link(modality, "");
    }

    String withdrawn(String modality) {
        return link(modality, parameter("leftOut", "WITHDRAWN"));
    }

    /** Those in a cell. */
    String of(Cell cell) {
        var step = cell.step(1);
        var stated = step == null ? NOT_STATED : step;
        return link(
                cell.modality(),
                switch (cell.dimension()) {
                    case COUNTED -> parameter("organisationType", step);
                    case SUB_MODALITY -> parameter("subModality", stated);
                    case TIER -> tiers(cell);
                    case CODE -> parameter("code", stated);
                    case COMPLEMENTARY_CODE -> parameter("complementaryCode", step);
                    case FACTOR -> parameter("factor", stated) + optional("factorStanding", cell.step(2));
                    case NOTIFIED -> parameter("notified", step);
                    case REPORTED -> parameter("reported", step) + optional("reportDueOn", cell.step(2));
                    case LEFT_OUT -> parameter("leftOut", step);
                    case POSSIBLE_DUPLICATE -> parameter("duplicates", "true");
                    case PROVIDER -> throw new IllegalArgumentException("Figures by provider are not compared");
                });
    }

    private static String tiers(Cell cell) {
        if (cell.step(1) == null) {
            return parameter("awaitingClassification", "true");
        }
        var tiers = new StringBuilder();
        for (var tier = 1; cell.step(tier) != null; tier++) {
            tiers.append(parameter("tier" + tier, cell.step(tier)));
        }
        return tiers.toString();
    }

    private String link(String modality, String parameters) {
        return "/v1/irmer/events?year=" + year.inPath() + parameter("modality", modality) + parameters
                + parameter("asOf", WireJson.format(asOf));
    }

    private static String optional(String name, String value) {
        return value == null ? "" : parameter(name, value);
    }

    private static String parameter(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
