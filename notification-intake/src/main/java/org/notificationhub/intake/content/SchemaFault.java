package org.notificationhub.intake.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.notificationhub.http.Fault;

/** Says an error of the schema validator in our own words, which never hold what was sent. */
final class SchemaFault {

    /** The name of an unknown member is the sender's, so there is an end to how much of it is given back. */
    private static final int LONGEST_NAME = 60;

    private SchemaFault() {}

    /** @param schema the schema that was not met; what it says under {@code x-expects} is told as it stands */
    static Fault of(Error error, JsonNode schema) {
        var place = error.getInstanceLocation().toString();
        var limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> new Fault(member(place, error), "REQUIRED", expected(error, schema, "Add this member"));
            case "additionalProperties" ->
                new Fault(
                        member(place, error), "UNKNOWN_MEMBER", "Leave this member out; the type's schema has no such");
            case "type" -> new Fault(place, "WRONG_TYPE", "Use " + kind(limit));
            case "enum" -> new Fault(place, "NOT_A_CODE", expected(error, schema, "Use one of: " + list(limit)));
            case "format" -> form(place, limit);
            case "minLength" -> new Fault(place, "TOO_SHORT", "Use at least " + counted(limit, "character"));
            case "maxLength" -> new Fault(place, "TOO_LONG", "Use at most " + counted(limit, "character"));
            case "minItems" -> new Fault(place, "TOO_FEW", "Give at least " + counted(limit, "item"));
            case "maxItems" -> new Fault(place, "TOO_MANY", "Give at most " + counted(limit, "item"));
            case "uniqueItems" -> new Fault(place, "REPEATED", "Give each item once");
            case "minimum" -> new Fault(place, "OUT_OF_RANGE", "Use a number of at least " + limit.asText());
            case "maximum" -> new Fault(place, "OUT_OF_RANGE", "Use a number of at most " + limit.asText());
            default ->
                new Fault(place, "WRONG_FORM", expected(error, schema, "Use the form the type's schema asks for"));
        };
    }

    private static Fault form(String place, JsonNode format) {
        return switch (format.asText()) {
            case "date" -> new Fault(place, "NOT_A_DATE", "Use YYYY-MM-DD, such as 2026-11-20");
            case "date-time" ->
                new Fault(place, "NOT_A_DATE_TIME", "Use RFC 3339 with an offset, such as 2026-11-20T09:15:00Z");
            default -> new Fault(place, "OUT_OF_RANGE", "Use a number that can be written in a few digits");
        };
    }

    private static String member(String place, Error error) {
        var name = error.getProperty();
        var shown = name.codePoints()
                .limit(LONGEST_NAME)
                .map(c -> isPrintable(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append(name.codePointCount(0, name.length()) > LONGEST_NAME ? "…" : "");
        return place + "/" + shown.toString().replace("~", "~0").replace("/", "~1");
    }

    /** Half a surrogate pair is neither, and could not be written in UTF-8. */
    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String kind(JsonNode type) {
        return switch (type.asText()) {
            case "string" -> "a string";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "array" -> "an array";
            default -> "an object";
        };
    }

    private static String list(JsonNode codes) {
        return StreamSupport.stream(codes.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static String counted(JsonNode limit, String thing) {
        return limit.asText() + " " + thing + (limit.asInt() == 1 ? "" : "s");
    }

    private static String expected(Error error, JsonNode schema, String otherwise) {
        return schema.at(error.getSchemaLocation().getFragment().getParent().toString())
                .path("x-expects")
                .asText(otherwise);
    }
}
