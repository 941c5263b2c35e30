package org.notificationhub.bench;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.notificationhub.routing.decision.RuleTable;
import org.notificationhub.routing.decision.RuleVocabulary;
import org.notificationhub.routing.rule.Facts;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.Question;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingRule;
import org.notificationhub.routing.rule.RoutingRules;
import org.notificationhub.routing.rule.Vocabulary;

/** What the rule table is asked: any type at any class on any day, with facts, the same random mix in every run. */
final class RuleQuestions {

    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 4, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    private final RoutingRules rules = RuleTable.read(RuleTable.shipped(), RuleVocabulary.shipped());
    private final Map<Key, List<RoutingRule>> byKey = new HashMap<>();
    private final List<Question> questions;

    RuleQuestions(int count) {
        var keys = keys(rules.vocabulary());
        keys.forEach(key -> byKey.put(key, rules.of(key.type, key.providerClass.code())));
        var random = new Random(count);
        questions = Stream.generate(() -> question(keys.get(random.nextInt(keys.size())), random))
                .limit(count)
                .toList();
    }

    RoutingDecision decide(int number) {
        return rules.decide(questions.get(number));
    }

    /** The least that any table must do to answer: find the rows of the type and class. */
    List<RoutingRule> lookUp(int number) {
        var question = questions.get(number);
        return byKey.get(new Key(question.type(), question.providerClass()));
    }

    @Override
    public String toString() {
        return "%d random questions (%d types and classes, days from %s to %s), rules of %s"
                .formatted(questions.size(), byKey.size(), FIRST_DAY, LAST_DAY, rules.version());
    }

    private static List<Key> keys(Vocabulary vocabulary) {
        return vocabulary.types().stream()
                .flatMap(type -> vocabulary.classes().all().stream().map(each -> new Key(type.code(), each)))
                .toList();
    }

    private static Question question(Key key, Random random) {
        var day = FIRST_DAY.plusDays(random.nextInt((int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1));
        var noon = day + "T12:00:00Z";
        var facts = new HashMap<>(Map.of("awareAt", noon, "discoveredAt", noon, "absentFrom", day.toString()));
        facts.put("naturalCourse", Boolean.toString(random.nextBoolean()));
        facts.put("detained", Boolean.toString(random.nextInt(10) == 0));
        facts.put("unitSecurity", random.nextBoolean() ? "LOW" : "NONE");
        facts.put("absence", random.nextBoolean() ? "PLANNED" : "EMERGENCY");
        return new Question(key.type, key.providerClass, day, new Facts(facts));
    }

    private record Key(String type, ProviderClass providerClass) {}
}
