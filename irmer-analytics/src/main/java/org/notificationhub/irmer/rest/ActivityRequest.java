package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.irmer.activity.Activity;
import org.notificationhub.irmer.activity.Activity.Bound;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

/** Reads activity figures from a body, or finds every fault in it. No fault repeats what was sent. */
final class ActivityRequest {

    static final String PUBLISHED_ON = "publishedOn";
    static final String SOURCE = "source";
    static final String FIGURES = "figures";
    static final String MODALITY = "modality";
    static final String PROVIDER = "providerId";
    static final String AMOUNT = "amount";
    static final String BOUND = "bound";
    static final String UNIT = "unit";

    /** More than CQC has providers that use ionising radiation, dentists included, in three modalities. */
    private static final int MOST_FIGURES = 50_000;

    private static final int LONGEST_TEXT = 300;
    private static final long LARGEST_AMOUNT = 1_000_000_000_000L;

    private static final Set<String> OF_ALL = Set.of(PUBLISHED_ON, SOURCE, FIGURES);
    private static final Set<String> OF_ONE = Set.of(MODALITY, PROVIDER, AMOUNT, BOUND, UNIT);

    /** As intake takes providers' ids. */
    private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Za-z0-9-]{0,19}");

    private static final Predicate<String> PRINTABLE = text -> !text.isBlank()
            && text.length() <= LONGEST_TEXT
            && text.codePoints().noneMatch(Character::isISOControl);

    private final ReportingYear year;
    private final LocalDate today;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private ActivityRequest(ReportingYear year, Instant now) {
        this.year = year;
        this.today = now.atZone(ReportingYear.LONDON).toLocalDate();
    }

    /** @param body with the publication once, for all figures */
    static List<Activity> of(JsonNode body, ReportingYear year, Instant now) {
        var request = new ActivityRequest(year, now);
        request.refuseOthers(body, "", OF_ALL);
        var publishedOn = request.day(body, "");
        var source = request.text(body, "", SOURCE);
        return request.figures(body.path(FIGURES), OF_ONE, publishedOn, source);
    }

    /** @param rows each with its publication */
    static List<Activity> ofRows(JsonNode rows, ReportingYear year, Instant now) {
        var members = new HashSet<>(OF_ONE);
        members.addAll(List.of(PUBLISHED_ON, SOURCE));
        return new ActivityRequest(year, now).figures(rows, members, null, null);
    }

    private List<Activity> figures(JsonNode figures, Set<String> members, LocalDate publishedOn, String source) {
        if (!figures.isArray() || figures.isEmpty() || figures.size() > MOST_FIGURES) {
            at("/" + FIGURES, "WRONG_TYPE", "Use an array of 1 to %d figures".formatted(MOST_FIGURES));
        }
        var read = new ArrayList<Activity>();
        for (var index = 0; index < Math.min(figures.size(), MOST_FIGURES) && figures.isArray(); index++) {
            var pointer = "/" + FIGURES + "/" + index;
            var figure = figures.get(index);
            refuseOthers(figure, pointer, members);
            read.add(figure(
                    figure,
                    pointer,
                    members.contains(SOURCE) ? day(figure, pointer) : publishedOn,
                    members.contains(SOURCE) ? text(figure, pointer, SOURCE) : source));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.VALIDATION, faults);
        }
        return read;
    }

    private Activity figure(JsonNode figure, String pointer, LocalDate publishedOn, String source) {
        var modality = code(figure, pointer, MODALITY, Modality.class);
        var provider = provider(figure, pointer);
        if (modality != null && !seen.add(modality + " " + provider)) {
            at(pointer, "DUPLICATE", "Give each modality and provider once");
        }
        return new Activity(
                year,
                modality,
                provider,
                amount(figure, pointer),
                code(figure, pointer, BOUND, Bound.class),
                text(figure, pointer, UNIT),
                source,
                publishedOn);
    }

    private String provider(JsonNode figure, String pointer) {
        var value = figure.path(PROVIDER);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || !ID.matcher(value.textValue()).matches()) {
            at(pointer + "/" + PROVIDER, "NOT_AN_ID", "Use a provider's id, or leave it out for all of England");
            return null;
        }
        return value.textValue();
    }

    private long amount(JsonNode figure, String pointer) {
        var value = figure.path(AMOUNT);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > LARGEST_AMOUNT) {
            at(
                    pointer + "/" + AMOUNT,
                    value.isMissingNode() ? "REQUIRED" : "OUT_OF_RANGE",
                    "Use a whole number from 0 to " + LARGEST_AMOUNT);
            return 0;
        }
        return value.longValue();
    }

    private LocalDate day(JsonNode parent, String pointer) {
        var text = parent.path(PUBLISHED_ON);
        try {
            var day = LocalDate.parse(text.asText());
            if (day.isAfter(today)) {
                at(pointer + "/" + PUBLISHED_ON, "IN_THE_FUTURE", "Use the day on which the figures were published");
            }
            return day;
        } catch (DateTimeException e) {
            at(pointer + "/" + PUBLISHED_ON, text.isMissingNode() ? "REQUIRED" : "NOT_A_DATE", "Use YYYY-MM-DD");
            return null;
        }
    }

    private String text(JsonNode parent, String pointer, String name) {
        var value = parent.path(name);
        if (!value.isTextual() || !PRINTABLE.test(value.textValue())) {
            at(
                    pointer + "/" + name,
                    value.isMissingNode() ? "REQUIRED" : "WRONG_FORM",
                    "Use 1 to %d printable characters".formatted(LONGEST_TEXT));
            return null;
        }
        return value.textValue();
    }

    private <E extends Enum<E>> E code(JsonNode parent, String pointer, String name, Class<E> codes) {
        var value = parent.path(name);
        for (var code : codes.getEnumConstants()) {
            if (code.name().equals(value.textValue())) {
                return code;
            }
        }
        at(
                pointer + "/" + name,
                value.isMissingNode() ? "REQUIRED" : "NOT_A_CODE",
                "Use one of: " + Arrays.toString(codes.getEnumConstants()));
        return null;
    }

    private void refuseOthers(JsonNode object, String pointer, Set<String> members) {
        if (!object.isObject()) {
            at(pointer, "WRONG_TYPE", "Use an object");
        }
        var others = new ArrayList<String>();
        object.fieldNames().forEachRemaining(others::add);
        others.removeAll(members);
        if (!others.isEmpty()) {
            at(
                    pointer,
                    "UNKNOWN_MEMBER",
                    "Use no members but "
                            + String.join(", ", members.stream().sorted().toList()));
        }
    }

    private void at(String pointer, String code, String detail) {
        faults.add(new Fault(pointer, code, detail));
    }
}
