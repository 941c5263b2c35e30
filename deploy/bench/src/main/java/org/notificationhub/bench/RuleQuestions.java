package org.notificationhub.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.notificationhub.routing.decision.RuleBook;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.RoutingDecision;
import org.notificationhub.routing.rule.RoutingRule;
import org.notificationhub.routing.rule.RoutingRules;

/** What the rule table is asked: any type at any class on any day, the same random mix in every run. */
final class RuleQuestions {

    private static final String TABLE = "/rules/statutory-duties.csv";
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 4, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    private final RoutingRules rules = RuleBook.read(table());
    private final Map<Key, List<RoutingRule>> byKey = new HashMap<>();
    private final List<Question> questions;

    RuleQuestions(int count) {
        var keys = rules.types().stream()
                .sorted()
                .flatMap(type -> Stream.of(ProviderClass.values()).map(each -> new Key(type, each)))
                .toList();
        keys.forEach(key -> byKey.put(key, rules.of(key.type, key.providerClass)));
        var random = new Random(count);
        questions = Stream.generate(() -> new Question(keys.get(random.nextInt(keys.size())), day(random)))
                .limit(count)
                .toList();
    }

    RoutingDecision decide(int number) {
        var question = questions.get(number);
        return rules.decide(question.key.type, question.key.providerClass, question.on);
    }

    /** The least that any table must do to answer: find the rows of the type and class. */
    List<RoutingRule> lookUp(int number) {
        return byKey.get(questions.get(number).key);
    }

    @Override
    public String toString() {
        return "%d random questions (%d types and classes, days from %s to %s), rules of %s"
                .formatted(questions.size(), byKey.size(), FIRST_DAY, LAST_DAY, rules.version());
    }

    private static LocalDate day(Random random) {
        return FIRST_DAY.plusDays(random.nextInt((int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1));
    }

    private static String table() {
        try (var table = RoutingRules.class.getResourceAsStream(TABLE)) {
            return new String(table.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Key(String type, ProviderClass providerClass) {}

    private record Question(Key key, LocalDate on) {}
}
