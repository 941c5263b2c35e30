package org.notificationhub.irmer.rest;

import static org.notificationhub.irmer.report.ReportingYear.LONDON;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ListQuery;
import org.notificationhub.irmer.count.Cell;
import org.notificationhub.irmer.count.Dimension;
import org.notificationhub.irmer.event.Condition;
import org.notificationhub.irmer.event.EventFilter;
import org.notificationhub.irmer.report.Modality;

/** Which events are asked for: each parameter names the cells of one dimension. */
public class EventQuery {

    /** For the events of which a dimension says nothing. */
    static final String NOT_STATED = "NOT_STATED";

    private static final String AWAITED = "AWAITED";

    @RestQuery
    @Parameter(description = "Reporting year; all where absent", example = "2023-24")
    String year;

    @RestQuery
    @Parameter(description = "Or NOT_KNOWN; all where absent", example = "DIAGNOSTIC_IMAGING")
    String modality;

    @RestQuery
    @Parameter(description = "Type of employer, such as NHS_ACUTE, or NOT_STATED")
    String organisationType;

    @RestQuery
    @Parameter(description = "As reviewed or else as notified, or NOT_STATED")
    String subModality;

    @RestQuery
    @Parameter(description = "Of the last review")
    String tier1;

    @RestQuery
    @Parameter(description = "With tier1; NOT_STATED where the review went no further")
    String tier2;

    @RestQuery
    @Parameter(description = "With tier2; NOT_STATED where the review went no further")
    String tier3;

    @RestQuery
    @Parameter(description = "SAUE notification code, or NOT_STATED", example = "2.2")
    String code;

    @RestQuery
    @Parameter(description = "Such as VOLUNTARY")
    String complementaryCode;

    @RestQuery
    @Parameter(description = "Contributory factor, stated or confirmed, or NOT_STATED")
    String factor;

    @RestQuery
    @Parameter(description = "With factor: STATED by the notifier, or CONFIRMED at review")
    String factorStanding;

    @RestQuery
    @Parameter(description = "Told within two weeks of discovery: IN_TIME, LATE or NOT_KNOWN")
    String notified;

    @RestQuery
    @Parameter(description = "Investigated within twelve weeks of discovery: IN_TIME, LATE, NOT_KNOWN or AWAITED")
    String reported;

    @RestQuery
    @Parameter(description = "true: the report is awaited and was due before the day; false: awaited and not due yet")
    String overdue;

    @RestQuery
    @Parameter(description = "The report is awaited, and this is the last day that is in time", example = "2026-12-01")
    String reportDueOn;

    @RestQuery
    @Parameter(description = "Code of the provider or employer")
    String provider;

    @RestQuery
    @Parameter(description = "true: those of which another provider told of what looks like the same incident")
    String duplicates;

    @RestQuery
    @Parameter(description = "true: the work list of reviewers, oldest first; false: what has been classified")
    String awaitingClassification;

    @RestQuery
    @Parameter(description = "Those that are not counted, for this reason: WITHDRAWN, TEST or OUTSIDE_ENGLAND")
    String leftOut;

    /** @param time as of which something is overdue */
    EventFilter filter(ListQuery query, Instant time) {
        var of = WrittenYear.asked(query, year);
        if (modality != null && !Cell.NOT_KNOWN.equals(modality)) {
            query.code("modality", modality, Modality.class);
        }
        var conditions = Stream.of(
                        given(Dimension.COUNTED, organisationType),
                        orNotStated(Dimension.SUB_MODALITY, subModality),
                        tiers(query),
                        orNotStated(Dimension.CODE, code),
                        given(Dimension.COMPLEMENTARY_CODE, complementaryCode),
                        factor(query),
                        given(Dimension.NOTIFIED, notified),
                        given(Dimension.REPORTED, reported),
                        overdue(query, time),
                        due(query),
                        given(Dimension.PROVIDER, provider),
                        duplicates(query),
                        awaiting(query),
                        given(Dimension.LEFT_OUT, leftOut))
                .flatMap(List::stream)
                .toList();
        return new EventFilter(
                of, modality, conditions.isEmpty() ? List.of(Condition.in(Dimension.COUNTED)) : conditions);
    }

    /** What no cell can be called is in none. */
    private static List<Condition> given(Dimension dimension, String step) {
        if (step == null) {
            return List.of();
        }
        return List.of(OneLine.is(step) ? Condition.in(dimension, step) : Condition.never(dimension));
    }

    private static List<Condition> orNotStated(Dimension dimension, String step) {
        return NOT_STATED.equals(step) ? List.of(Condition.nothingIn(dimension)) : given(dimension, step);
    }

    private List<Condition> tiers(ListQuery query) {
        if (tier2 != null && tier1 == null) {
            query.refuse(new Fault("tier2", "TIER_ABOVE_MISSING", "Give tier1 as well"));
        }
        if (tier3 != null && tier2 == null) {
            query.refuse(new Fault("tier3", "TIER_ABOVE_MISSING", "Give tier2 as well"));
        }
        var named = Stream.of(tier1, tier2, tier3)
                .takeWhile(tier -> tier != null && !NOT_STATED.equals(tier))
                .toList();
        if (!named.stream().allMatch(OneLine::is)) {
            return List.of(Condition.never(Dimension.TIER));
        }
        if (Stream.of(tier1, tier2, tier3).anyMatch(NOT_STATED::equals)) {
            return List.of(endingAfter(named));
        }
        return named.isEmpty() ? List.of() : List.of(Condition.in(Dimension.TIER, named.toArray(String[]::new)));
    }

    private static Condition endingAfter(List<String> tiers) {
        var length = tiers.size() + 1;
        return new Condition(Dimension.TIER, tiers, cell -> cell.path().size() == length);
    }

    private List<Condition> factor(ListQuery query) {
        if (factorStanding == null) {
            return orNotStated(Dimension.FACTOR, factor);
        }
        if (factor == null) {
            query.refuse(new Fault("factorStanding", "FACTOR_MISSING", "Give factor as well"));
            return List.of();
        }
        return List.of(
                OneLine.is(factor)
                        ? Condition.in(Dimension.FACTOR, factor, factorStanding)
                        : Condition.never(Dimension.FACTOR));
    }

    private List<Condition> due(ListQuery query) {
        var day = query.day("reportDueOn", reportDueOn, null);
        return day == null ? List.of() : List.of(Condition.in(Dimension.REPORTED, AWAITED, day.toString()));
    }

    private List<Condition> overdue(ListQuery query, Instant time) {
        var asked = query.yesOrNo("overdue", overdue);
        if (asked == null) {
            return List.of();
        }
        var today = time.atZone(LONDON).toLocalDate().toString();
        return List.of(new Condition(
                Dimension.REPORTED, List.of(AWAITED), cell -> cell.step(2).compareTo(today) < 0 == asked));
    }

    private List<Condition> duplicates(ListQuery query) {
        if (duplicates != null && !duplicates.equals("true")) {
            query.refuse(new Fault("duplicates", "NOT_A_CODE", "Use true, or leave it out"));
        }
        return duplicates == null ? List.of() : List.of(Condition.in(Dimension.POSSIBLE_DUPLICATE));
    }

    private List<Condition> awaiting(ListQuery query) {
        var asked = query.yesOrNo("awaitingClassification", awaitingClassification);
        if (asked == null) {
            return List.of();
        }
        return asked
                ? List.of(Condition.nothingIn(Dimension.TIER))
                : List.of(new Condition(
                        Dimension.TIER, List.of(), cell -> cell.path().size() > 1));
    }
}
