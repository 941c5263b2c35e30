package org.notificationhub.routing.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.notificationhub.routing.rule.RoutingDecision.Finding;
import org.notificationhub.routing.rule.RoutingDecision.Outcome;
import org.notificationhub.routing.rule.RoutingDecision.Purpose;

/** What holds whatever happened, to whomever, whenever. */
class RoutingRulesProperties {

    @Property
    void everyAuthorityGetsExactlyOneAnswerWithAReason(@ForAll("questions") Question question) {
        var decision = Law.RULES.decide(question);

        assertThat(decision.findings()).extracting(Finding::authority).containsExactly(Authority.values());
        assertThat(decision.findings())
                .allSatisfy(finding -> assertThat(finding.because()).isNotBlank());
    }

    @Property
    void radiationIsNeverDischargedByLfpse(@ForAll("questions") Question question) {
        if (question.type().startsWith("IRMER_")) {
            assertThat(Law.RULES.decide(question).aboutCqc().outcome())
                    .isNotIn(Outcome.OWED_UNLESS_LFPSE_ACCEPTS, Outcome.NOT_REQUIRED);
        }
    }

    @Property
    void anIndependentProviderIsAlwaysSentToCqcWhenADutyExists(@ForAll("questions") Question question) {
        var decision = Law.RULES.decide(question);
        if (!question.providerClass().isIndependent()) {
            return;
        }

        assertThat(decision.aboutCqc().outcome()).isNotEqualTo(Outcome.OWED_UNLESS_LFPSE_ACCEPTS);
        if (decision.aboutCqc().outcome() == Outcome.OWED) {
            assertThat(decision.routes()).contains(new RoutingDecision.Route(Authority.CQC, Purpose.DIRECT));
        }
    }

    @Property
    void nobodyIsSentAnythingThatIsNotOwed(@ForAll("questions") Question question) {
        var decision = Law.RULES.decide(question);
        var owed = List.of(Outcome.OWED, Outcome.OWED_UNLESS_LFPSE_ACCEPTS)
                .contains(decision.aboutCqc().outcome());

        assertThat(decision.routes().stream().anyMatch(route -> route.purpose() != Purpose.COPY))
                .isEqualTo(owed);
        if (decision.aboutCqc().outcome() != Outcome.HOLD) {
            assertThat(decision.clock() != null).isEqualTo(owed);
        }
        assertThat(decision.citations().isEmpty()).isEqualTo(decision.rule() == null);
    }

    @Property
    void aHoldNamesWhatIsMissingUnlessTheLawItselfIsNotSettled(@ForAll("questions") Question question) {
        var decision = Law.RULES.decide(question);
        if (decision.aboutCqc().outcome() != Outcome.HOLD) {
            return;
        }

        var abroad =
                !question.facts().known().getOrDefault("country", "ENGLAND").equals("ENGLAND");
        var unsettled = decision.rule() == null || decision.rule().duty() == StatutoryDuty.HOLD;
        assertThat(abroad || unsettled || !decision.grounds().missing().isEmpty())
                .isTrue();
    }

    @Property
    void oneMoreFactNeverTurnsAnAnswerIntoAHold(@ForAll("questions") Question question) {
        var decision = Law.RULES.decide(question);
        if (decision.aboutCqc().outcome() != Outcome.HOLD
                || decision.grounds().missing().isEmpty()) {
            return;
        }
        var facts = new HashMap<>(question.facts().known());
        decision.grounds()
                .missing()
                .forEach(fact -> facts.put(fact.name(), values(fact).get(0)));

        var answered = Law.RULES.decide(
                new Question(question.type(), question.providerClass(), question.on(), new Facts(facts)));

        assertThat(answered.grounds().missing())
                .doesNotContainAnyElementsOf(decision.grounds().missing());
    }

    @Provide
    Arbitrary<Question> questions() {
        var types = Arbitraries.of(
                Law.VOCABULARY.types().stream().map(EventType::code).toList());
        var classes = Arbitraries.of(Law.VOCABULARY.classes().all());
        var days = Arbitraries.longs()
                .between(
                        LocalDate.of(2009, 12, 1).toEpochDay(),
                        LocalDate.of(2030, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
        return types.flatMap(type -> classes.flatMap(providerClass ->
                days.flatMap(day -> facts().map(facts -> new Question(type, providerClass, day, facts)))));
    }

    private static Arbitrary<Facts> facts() {
        return Arbitraries.subsetOf(Law.VOCABULARY.facts().all())
                .flatMap(chosen -> Arbitraries.integers()
                        .between(0, 60)
                        .map(seed -> new Facts(chosen.stream()
                                .collect(HashMap::new, (all, fact) -> put(all, fact, seed), Map::putAll))));
    }

    private static void put(Map<String, String> facts, Fact fact, int seed) {
        var values = values(fact);
        facts.put(fact.name(), values.get((seed + fact.name().hashCode() & 0xffff) % values.size()));
    }

    private static List<String> values(Fact fact) {
        return switch (fact.kind()) {
            case YES_NO -> List.of("true", "false");
            case CODE -> fact.values().stream().sorted().toList();
            case TIME -> List.of("2026-03-29T00:30:00Z", "2024-02-29T12:00:00Z", "2012-06-17T23:30:00Z");
            case DAY -> List.of("2026-03-29", "2024-02-29", "2012-06-18");
            case TEXT -> Arrays.asList("LRMS-1", "LRMS-2");
        };
    }
}
