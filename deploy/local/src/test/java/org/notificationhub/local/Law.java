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
import java.util.stream.Stream;

/** What the shipped rule table and provider register say of a notification, read without routing's code. */
record Law(List<Map<String, String>> rules, Map<String, String> classes) {

    static Law shipped() throws IOException {
        var resources = Path.of("../../routing-service/src/main/resources");
        return new Law(
                rows(resources.resolve("rules/statutory-duties.csv")),
                rows(resources.resolve("register/providers.csv")).stream()
                        .collect(Collectors.toMap(row -> row.get("Provider ID"), Law::classOf)));
    }

    /** Every type with the class of every registered provider, as {@code SERIOUS_INJURY/NHS_BODY}. */
    Set<String> kinds() {
        return rules.stream()
                .filter(rule -> classes.containsValue(rule.get("provider_class")))
                .map(rule -> rule.get("notification_type") + "/" + rule.get("provider_class"))
                .collect(Collectors.toSet());
    }

    String kind(JsonNode notification) {
        return notification.get("type").textValue() + "/" + providerClass(notification);
    }

    /** The authorities to tell, where they all accept. */
    List<String> told(JsonNode notification) {
        var rule = rule(notification, notification.get("type").textValue());
        var copied = holds(rule.get("copy_if"), notification);
        return switch (rule.get("duty")) {
            case "CQC_DIRECT" -> copied ? List.of("CQC", "LFPSE") : List.of("CQC");
            case "LFPSE_DISCHARGES" -> List.of("LFPSE");
            case "NOT_REQUIRED" -> copied ? List.of("LFPSE") : List.of();
            default -> throw new AssertionError("A duty that this test does not know: " + rule.get("duty"));
        };
    }

    boolean isOwed(JsonNode notification) {
        return !rule(notification, notification.get("type").textValue())
                .get("duty")
                .equals("NOT_REQUIRED");
    }

    /** The rule in force, or the one that goes before it. */
    private Map<String, String> rule(JsonNode notification, String type) {
        var day = LocalDate.parse(
                (notification.has("occurredAt") ? notification.get("occurredAt") : notification.get("awareAt"))
                        .textValue()
                        .substring(0, 10));
        var rule = rules.stream()
                .filter(each -> each.get("notification_type").equals(type))
                .filter(each -> each.get("provider_class").equals(providerClass(notification)))
                .filter(each -> !day.isBefore(LocalDate.parse(each.get("in_force_from"))))
                .filter(each ->
                        each.get("in_force_to").isEmpty() || !day.isAfter(LocalDate.parse(each.get("in_force_to"))))
                .findFirst()
                .orElseThrow();
        return Stream.of(rule.get("yields_to").split("; "))
                .map(precedence -> precedence.split(" if "))
                .filter(precedence -> precedence.length == 2 && holds(precedence[1], notification))
                .findFirst()
                .map(precedence -> rule(notification, precedence[0]))
                .orElse(rule);
    }

    /** @param condition such as {@code detained=true or lfpseEvent=true} */
    private static boolean holds(String condition, JsonNode notification) {
        return condition.equals("always")
                || Stream.of(condition.split(" or "))
                        .map(test -> test.split("="))
                        .anyMatch(test -> test.length == 2
                                && fact(test[0], notification.get("details")).equals(test[1]));
    }

    private static String fact(String name, JsonNode details) {
        return name.equals("lfpseEvent")
                ? Boolean.toString(details.has("lfpse"))
                : details.path(name).asText();
    }

    private String providerClass(JsonNode notification) {
        return classes.get(notification.at("/provider/id").textValue());
    }

    private static String classOf(Map<String, String> provider) {
        return provider.get("Provider Ownership Type").equals("NHS Body")
                        && provider.get("Provider Type/Sector").equals("NHS Healthcare Organisation")
                ? "NHS_BODY"
                : "INDEPENDENT";
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        var schema = CsvSchema.emptySchema().withHeader().withComments();
        try (MappingIterator<Map<String, String>> rows =
                new CsvMapper().readerForMapOf(String.class).with(schema).readValues(file.toFile())) {
            return rows.readAll();
        }
    }
}
