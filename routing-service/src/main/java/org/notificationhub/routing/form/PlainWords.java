package org.notificationhub.routing.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.notificationhub.words.LondonTime;

/** What was sent as JSON, as a person would write it on a form. */
final class PlainWords {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile(DAY + "T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");
    private static final DateTimeFormatter DAY_IN_WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private PlainWords() {}

    /** Null where nothing was sent. */
    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> value.booleanValue() ? "Yes" : "No";
            case ARRAY ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(PlainWords::of)
                        .collect(Collectors.joining("; "));
            case OBJECT ->
                value.properties().stream()
                        .map(member -> of(member.getKey()) + ": " + of(member.getValue()))
                        .collect(Collectors.joining("; "));
            case STRING -> of(value.textValue());
            case NUMBER -> value.asText();
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    static String of(Instant instant) {
        return LondonTime.of(instant);
    }

    private static String of(String text) {
        if (INSTANT.matcher(text).matches()) {
            return of(OffsetDateTime.parse(text).toInstant());
        }
        if (DAY.matcher(text).matches()) {
            return DAY_IN_WORDS.format(LocalDate.parse(text));
        }
        return CODE.matcher(text).matches() && text.length() > 3 ? sentence(text) : text;
    }

    private static String sentence(String code) {
        return code.charAt(0) + code.substring(1).toLowerCase(Locale.ENGLISH).replace('_', ' ');
    }
}
