package org.notificationhub.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the shipped rule table and provider register say of a notification, read without routing's code. */
record Law(List<Map<String, String>> rules, Map<String, String> classes) {

    static Law shipped() throws IOException {
        var resources = Path.of("../../routing-service/src/main/resources");
        return new Law(
                rows(resources.resolve("rules/statutory-duties.csv")),
                rows(resources.resolve("register/providers.csv")).stream()
                        .collect(Collectors.toMap(row -> row.get("provider_id"), row -> row.get("provider_class"))));
    }

    /** Every type with every class, as {@code SERIOUS_INJURY/NHS_BODY}. */
    Set<String> kinds() {
        return rules.stream()
                .map(rule -> rule.get("notification_type") + "/" + rule.get("provider_class"))
                .collect(Collectors.toSet());
    }

    String kind(JsonNode notification) {
        return notification.get("type").textValue() + "/" + providerClass(notification);
    }

    /** The authorities to tell, where they all accept. */
    List<String> told(JsonNode notification) {
        return switch (duty(notification)) {
            case "CQC_DIRECT" -> List.of("CQC");
            case "LFPSE_DISCHARGES" -> List.of("LFPSE");
            case "NOT_REQUIRED" -> List.of();
            default -> throw new AssertionError("A duty that this test does not know: " + duty(notification));
        };
    }

    private String duty(JsonNode notification) {
        var day = LocalDate.parse(
                (notification.has("occurredAt") ? notification.get("occurredAt") : notification.get("awareAt"))
                        .textValue()
                        .substring(0, 10));
        return rules.stream()
                .filter(rule -> rule.get("notification_type")
                        .equals(notification.get("type").textValue()))
                .filter(rule -> rule.get("provider_class").equals(providerClass(notification)))
                .filter(rule -> !day.isBefore(LocalDate.parse(rule.get("in_force_from"))))
                .filter(rule ->
                        rule.get("in_force_to").isEmpty() || !day.isAfter(LocalDate.parse(rule.get("in_force_to"))))
                .map(rule -> rule.get("duty"))
                .findFirst()
                .orElseThrow();
    }

    private String providerClass(JsonNode notification) {
        return classes.get(notification.at("/provider/id").textValue());
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        var schema = CsvSchema.emptySchema().withHeader().withComments();
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper().readerForMapOf(String.class).with(schema).readValues(file.toFile())) {
            return rows.readAll();
        }
    }
}
