package org.notificationhub.routing.register;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Provider objects of CQC's API: one, one a line, an array, or an object whose {@code providers} they are. Every member but
 * six is passed over unread: {@code regulatedActivities} and {@code contacts} name people.
 */
final class ProviderJson {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> READ =
            Set.of("providerId", "name", "ownershipType", "type", "registrationStatus", "odsCode");

    private final JsonParser json;
    private final Consumer<RegisterRow> each;
    private int number;

    private ProviderJson(JsonParser json, Consumer<RegisterRow> each) {
        this.json = json;
        this.each = each;
    }

    static void read(InputStream file, Consumer<RegisterRow> each) throws IOException {
        try (var json = JSON.createParser(file)) {
            new ProviderJson(json, each).all();
        }
    }

    private void all() throws IOException {
        while (json.nextToken() != null) {
            one();
        }
    }

    private void one() throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            elements();
        } else {
            object();
        }
    }

    private void elements() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            object();
        }
    }

    private void object() throws IOException {
        var members = new HashMap<String, String>();
        var holdsOthers = false;
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING && READ.contains(name)) {
                    members.put(name, json.getText());
                } else if (json.currentToken() == JsonToken.START_ARRAY && name.equals("providers")) {
                    holdsOthers = true;
                    elements();
                } else {
                    json.skipChildren();
                }
            }
        } else {
            json.skipChildren();
        }
        if (!holdsOthers) {
            each.accept(row(++number, members));
        }
    }

    private static RegisterRow row(int number, Map<String, String> members) {
        return new RegisterRow(
                number,
                members.get("providerId"),
                members.get("name"),
                members.get("ownershipType"),
                members.get("type"),
                members.get("registrationStatus"),
                members.get("odsCode"));
    }
}
