package org.notificationhub.routing.decision;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.notificationhub.routing.rule.EventType;
import org.notificationhub.routing.rule.Fact;
import org.notificationhub.routing.rule.FactCatalogue;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.ProviderClasses;
import org.notificationhub.routing.rule.Vocabulary;
import org.notificationhub.routing.rule.WorkingDays;

/** The words that rule tables use, from the tables this service ships. */
public final class RuleVocabulary {

    private RuleVocabulary() {}

    @Produces
    @Singleton
    public static Vocabulary shipped() {
        return new Vocabulary(
                types(),
                new ProviderClasses(table("provider-classes").stream()
                        .map(RuleVocabulary::providerClass)
                        .toList()),
                new FactCatalogue(
                        table("facts").stream().map(RuleVocabulary::fact).toList()),
                new WorkingDays(table("bank-holidays-england").stream()
                        .map(row -> LocalDate.parse(row.get("day")))
                        .collect(Collectors.toSet())));
    }

    private static List<EventType> types() {
        return table("notification-types").stream()
                .map(row -> new EventType(row.get("code"), row.get("title"), emptyToNull(row.get("cqc_criterion"))))
                .toList();
    }

    private static ProviderClass providerClass(Map<String, String> row) {
        return new ProviderClass(
                row.get("code"),
                row.get("title"),
                emptyToNull(row.get("register_ownership")),
                emptyToNull(row.get("register_sector")));
    }

    private static Fact fact(Map<String, String> row) {
        return new Fact(
                row.get("name"),
                Fact.Kind.valueOf(row.get("kind")),
                row.get("values").isEmpty()
                        ? Set.of()
                        : Set.of(row.get("values").split("\\|")),
                emptyToNull(row.get("absent_means")),
                row.get("question"));
    }

    private static String emptyToNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static List<Map<String, String>> table(String name) {
        return CsvTable.rows(CsvTable.text("rules/" + name + ".csv"));
    }
}
