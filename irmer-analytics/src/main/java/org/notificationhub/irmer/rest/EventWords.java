package org.notificationhub.irmer.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.notificationhub.irmer.classification.TermKind;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.Scope;
import org.notificationhub.irmer.report.Words;
import org.notificationhub.irmer.rest.EventView.FactorView;
import org.notificationhub.words.LondonTime;

/** Says in words which events are asked for, and what each of them is. */
final class EventWords {

    private static final Map<String, String> STANDINGS = Map.of(
            "IN_TIME", "in time",
            "LATE", "late",
            "NOT_KNOWN", "not known",
            "AWAITED", "awaited",
            "WITHDRAWN", "withdrawn",
            "TEST", "test data",
            "OUTSIDE_ENGLAND", "of a site outside England");

    /** Codes are explained by the newest words where no year says which. */
    private static final ReportingYear ANY = new ReportingYear(9998);

    private final Words words;

    EventWords(Words words) {
        this.words = words;
    }

    /**
     * @param provider null for who may not know it
     * @param report whether the investigation was reported in time, and by when it is due
     */
    record Row(
            String id,
            String notifiedOn,
            String provider,
            String modality,
            String subModality,
            String code,
            String error,
            String factors,
            String notified,
            String report) {}

    Row row(EventView event) {
        var year = WrittenYear.read(event.year()).orElseThrow();
        var tiers = tiers(event.tier1(), event.tier2(), event.tier3());
        return new Row(
                event.id().toString(),
                LondonTime.of(event.notifiedOn()),
                event.provider(),
                modality(event.modality()),
                event.subModality() == null
                        ? "Not known"
                        : words.label(TermKind.SUB_MODALITY, year, event.modality(), List.of(event.subModality())),
                event.code() == null ? "None" : event.code(),
                error(event, year, tiers),
                event.factors().stream()
                        .map(factor -> factor(year, event.modality(), factor))
                        .collect(Collectors.joining("; ")),
                standing(event.notified()),
                event.reportDueOn() == null
                        ? standing(event.reported())
                        : "awaited, due " + LondonTime.of(event.reportDueOn()));
    }

    /** Each condition as {@code what: which}. */
    List<String> of(EventQuery asked) {
        var year = WrittenYear.read(asked.year).orElse(ANY);
        var modality = Objects.requireNonNullElse(asked.modality, Scope.ALL.code());
        var conditions = new ArrayList<String>();
        add(conditions, "Reporting year", asked.year == null ? null : year.toString());
        add(conditions, "Modality", asked.modality == null ? null : modality(asked.modality));
        add(conditions, "Type of organisation", plain(asked.organisationType));
        add(conditions, "Sub-modality", label(TermKind.SUB_MODALITY, year, modality, asked.subModality));
        var tiers = tiers(asked.tier1, asked.tier2, asked.tier3);
        add(conditions, "Error", tiers.isEmpty() ? null : path(year, modality, tiers));
        add(conditions, "Notification code", stated(asked.code));
        add(conditions, "Complementary code", plain(asked.complementaryCode));
        add(conditions, "Contributory factor", label(TermKind.FACTOR, year, modality, asked.factor));
        add(conditions, "Notified within 2 weeks", standing(asked.notified));
        add(conditions, "Investigated within 12 weeks", standing(asked.reported));
        add(conditions, "Investigation report", overdue(asked.overdue));
        add(conditions, "Provider", asked.provider);
        add(conditions, "Possibly told twice", asked.duplicates == null ? null : "yes");
        add(
                conditions,
                "Awaiting classification",
                asked.awaitingClassification == null
                        ? null
                        : asked.awaitingClassification.equals("true") ? "yes" : "no");
        add(conditions, "Left out", standing(asked.leftOut));
        return conditions;
    }

    private String error(EventView event, ReportingYear year, List<String> tiers) {
        if (event.leftOut() != null) {
            return "Not counted: " + standing(event.leftOut());
        }
        return tiers.isEmpty() ? "Awaiting review" : path(year, event.modality(), tiers);
    }

    private String path(ReportingYear year, String modality, List<String> tiers) {
        return Stream.iterate(1, depth -> depth <= tiers.size(), depth -> depth + 1)
                .map(depth -> label(TermKind.TIER, year, modality, tiers.subList(0, depth)))
                .collect(Collectors.joining(" › "));
    }

    private String label(TermKind kind, ReportingYear year, String modality, List<String> path) {
        var last = path.get(path.size() - 1);
        return last.equals(EventQuery.NOT_STATED) ? "not classified further" : words.label(kind, year, modality, path);
    }

    private String label(TermKind kind, ReportingYear year, String modality, String code) {
        if (code == null) {
            return null;
        }
        return code.equals(EventQuery.NOT_STATED) ? "none" : words.label(kind, year, modality, List.of(code));
    }

    private String factor(ReportingYear year, String modality, FactorView factor) {
        var label = words.label(TermKind.FACTOR, year, modality, List.of(factor.code()));
        return factor.standing().equals("CONFIRMED") ? label : label + " (stated)";
    }

    private static List<String> tiers(String... tiers) {
        return Arrays.stream(tiers).takeWhile(Objects::nonNull).toList();
    }

    private static String modality(String code) {
        return Modality.of(code).map(Modality::label).orElse("Not known");
    }

    private static String standing(String code) {
        return code == null ? null : STANDINGS.getOrDefault(code, plain(code));
    }

    private static String stated(String code) {
        return EventQuery.NOT_STATED.equals(code) ? "none" : code;
    }

    private static String overdue(String asked) {
        return asked == null ? null : asked.equals("true") ? "awaited and overdue" : "awaited, not yet due";
    }

    private static String plain(String code) {
        return code == null
                ? null
                : code.replace('_', ' ').toLowerCase(Locale.UK).replace("nhs", "NHS");
    }

    private static void add(List<String> conditions, String what, String which) {
        if (which != null) {
            conditions.add(what + ": " + which);
        }
    }
}
