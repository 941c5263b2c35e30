package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;

/** What routing is asked, from what a person typed. */
record DecisionQuestion(String type, String provider, LocalDate on, OffsetDateTime aware, Map<String, String> facts) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NO_PROVIDER_ID = "-";
    private static final Pattern CLASS = Pattern.compile("[A-Z]+(_[A-Z]+)+|INDEPENDENT");
    private static final Pattern BOOLEAN = Pattern.compile("true|false");

    /** As JSON writes one: 007 is a code. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

    JsonNode body() {
        var body = JSON.objectNode().put("type", type);
        body.set("provider", providerBody());
        if (on != null) {
            body.put("on", on.toString());
        }
        if (aware != null) {
            body.put("awareAt", aware.toInstant().toString());
        }
        if (!facts.isEmpty()) {
            var values = body.putObject("facts");
            facts.forEach((name, value) -> values.set(name, fact(value)));
        }
        return body;
    }

    private JsonNode providerBody() {
        var body = JSON.objectNode();
        if (!provider.equals(NO_PROVIDER_ID)) {
            body.put(CLASS.matcher(provider).matches() ? "class" : "id", provider);
        }
        return body;
    }

    private static JsonNode fact(String value) {
        if (BOOLEAN.matcher(value).matches()) {
            return JSON.booleanNode(Boolean.parseBoolean(value));
        }
        return NUMBER.matcher(value).matches() ? JSON.numberNode(new BigDecimal(value)) : JSON.textNode(value);
    }
}
