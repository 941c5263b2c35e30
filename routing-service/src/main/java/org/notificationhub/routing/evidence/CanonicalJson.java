package org.notificationhub.routing.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import org.notificationhub.events.WireJson;

/** JSON in the one form that can be hashed and signed: RFC 8785. Numbers that are not whole do not occur in evidence. */
public final class CanonicalJson {

    private static final ObjectMapper JSON = WireJson.tolerantReader();

    private CanonicalJson() {}

    public static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    public static String write(Object value) {
        var text = new StringBuilder();
        append(value instanceof JsonNode tree ? tree : tree(value), text);
        return text.toString();
    }

    private static void append(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            appendObject(value, text);
        } else if (value.isArray()) {
            var separator = "[";
            for (var element : value) {
                append(element, text.append(separator));
                separator = ",";
            }
            text.append(value.isEmpty() ? "[]" : "]");
        } else if (value.isTextual()) {
            appendString(value.textValue(), text);
        } else if (value.isNumber()) {
            text.append(value.decimalValue().stripTrailingZeros().toPlainString());
        } else {
            text.append(value.asText("null"));
        }
    }

    private static void appendObject(JsonNode object, StringBuilder text) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        Collections.sort(names);
        var separator = "{";
        for (var name : names) {
            appendString(name, text.append(separator));
            append(object.get(name), text.append(':'));
            separator = ",";
        }
        text.append(names.isEmpty() ? "{}" : "}");
    }

    private static void appendString(String string, StringBuilder text) {
        text.append('"');
        for (var character : string.toCharArray()) {
            switch (character) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default ->
                    text.append(character < ' ' ? "\\u%04x".formatted((int) character) : Character.toString(character));
            }
        }
        text.append('"');
    }
}
