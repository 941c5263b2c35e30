package org.notificationhub.irmer.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.notificationhub.criteria.Fact;
import org.notificationhub.criteria.Facts;
import org.notificationhub.http.Fault;

/** The members of a body, each read or found at fault. No fault repeats what was sent. */
final class Members {

    /** The name of an unknown member is the sender's, so there is an end to how much of it is given back. */
    private static final int LONGEST_NAME = 60;

    /** Finer than any dose is known; without an end, a number could be written that takes ages to compare. */
    private static final int MOST_DECIMALS = 12;

    private static final Set<String> NO_FACTS =
            Set.of(AssessmentRequest.ON, AssessmentRequest.COUNTRY, AssessmentRequest.DISCOVERED_AT);

    private final JsonNode body;
    private final List<Fault> faults = new ArrayList<>();

    Members(JsonNode body) {
        this.body = body;
        if (!body.isObject()) {
            faults.add(new Fault("", "WRONG_TYPE", "Use an object with a member for each fact"));
        }
    }

    List<Fault> faults() {
        return faults;
    }

    Optional<LocalDate> day(String name) {
        return text(
                name, "NOT_A_DATE", "Use YYYY-MM-DD, such as 2026-11-20", text -> parsed(() -> LocalDate.parse(text)));
    }

    Optional<Instant> instant(String name) {
        return text(
                name,
                "NOT_A_DATE_TIME",
                "Use RFC 3339 with an offset, such as 2026-11-20T09:15:00Z",
                text -> parsed(() -> OffsetDateTime.parse(text).toInstant()));
    }

    <E extends Enum<E>> Optional<E> code(String name, Class<E> codes) {
        var names = Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList();
        return word(name, names).map(word -> Enum.valueOf(codes, word));
    }

    /** Every fact that was told; every other member is at fault. */
    Facts facts() {
        var facts = Facts.none();
        for (var member : body.properties()) {
            var name = member.getKey();
            var fact = Fact.of(name);
            if (fact.isPresent()) {
                facts = told(facts, fact.get(), member.getValue());
            } else if (!NO_FACTS.contains(name)) {
                faults.add(new Fault(
                        "/" + shown(name),
                        "UNKNOWN_MEMBER",
                        "Remove this member; the API document lists those there are"));
            }
        }
        return facts;
    }

    private Facts told(Facts facts, Fact fact, JsonNode value) {
        return switch (fact.form()) {
            case CODE ->
                word(fact.member(), fact.codes())
                        .map(word -> facts.with(fact, word))
                        .orElse(facts);
            case YES_NO -> {
                if (value.isBoolean()) {
                    yield facts.with(fact, value.asText());
                }
                at(fact.member(), "WRONG_TYPE", "Use true or false");
                yield facts;
            }
            case COUNT, AMOUNT ->
                number(fact, value).map(number -> facts.with(fact, number)).orElse(facts);
        };
    }

    private Optional<BigDecimal> number(Fact fact, JsonNode value) {
        var decimals = fact.form() == Fact.Form.COUNT ? 0 : MOST_DECIMALS;
        if (!value.isNumber()) {
            at(fact.member(), "WRONG_TYPE", "Use a number");
            return Optional.empty();
        }
        var number = value.decimalValue();
        if (number.signum() < 0
                || number.compareTo(Fact.LARGEST) > 0
                || number.stripTrailingZeros().scale() > decimals) {
            at(
                    fact.member(),
                    "OUT_OF_RANGE",
                    "Use a " + (decimals == 0 ? "whole number" : "number of at most " + decimals + " decimals")
                            + " from 0 to " + Fact.LARGEST);
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private Optional<String> word(String name, List<String> words) {
        return text(
                name,
                "NOT_A_CODE",
                "Use one of: " + String.join(", ", words),
                text -> words.stream().filter(text::equals).findFirst());
    }

    private <T> Optional<T> text(String name, String code, String detail, Function<String, Optional<T>> reading) {
        var value = body.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        var read = value.isTextual() ? reading.apply(value.textValue()) : Optional.<T>empty();
        if (read.isEmpty()) {
            at(name, value.isTextual() ? code : "WRONG_TYPE", detail);
        }
        return read;
    }

    private static <T> Optional<T> parsed(Supplier<T> parsing) {
        try {
            return Optional.of(parsing.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void at(String name, String code, String detail) {
        faults.add(new Fault("/" + name, code, detail));
    }

    private static String shown(String name) {
        return name.codePoints()
                .limit(LONGEST_NAME)
                .map(letter -> letter > ' ' && letter < 127 ? letter : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace("~", "~0")
                .replace("/", "~1");
    }
}
