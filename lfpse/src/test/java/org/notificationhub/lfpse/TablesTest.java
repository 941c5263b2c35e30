package org.notificationhub.lfpse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TablesTest {

    @Test
    void everyRowOfTheRulesAsksWhatSomeVersionAsks() {
        var known = TaxonomyVersion.all().stream()
                .map(Taxonomy::of)
                .flatMap(taxonomy -> Stream.of(Part.values()).flatMap(part -> taxonomy.questions(part).stream()))
                .map(question -> question.part().resource + "." + question.name())
                .collect(Collectors.toSet());
        known.add("AdverseEvent.people");
        known.add("AdverseEvent.date");

        var asked = Table.read("rules.csv")
                .flatMap(row -> Stream.concat(row.several("when").stream(), row.several("questions").stream())
                        .map(question -> row.get("resource") + "." + question));

        assertThat(asked).isNotEmpty().allMatch(known::contains);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyCodeThatARuleTurnsOnIsInTheList(TaxonomyVersion version) {
        var taxonomy = Taxonomy.of(version);

        for (var rule : Rule.read(taxonomy)) {
            if (rule.condition() instanceof Condition.Given given) {
                var question = taxonomy.question(rule.part(), given.question());
                assertThat(given.codes())
                        .allMatch(code -> question.type() == ValueType.BOOLEAN
                                || question.codes().allow(code));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyCodeListIsThere(TaxonomyVersion version) {
        for (var part : Part.values()) {
            for (var question : Taxonomy.of(version).questions(part)) {
                if (question.codes() instanceof Codes.Listed listed) {
                    assertThat(listed.displays()).as(question.name()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void theCurrentVersionHasEveryQuestionOfTheEarlierOnes() {
        for (var version : TaxonomyVersion.all()) {
            for (var part : Part.values()) {
                assertThat(Taxonomy.of(version).questions(part))
                        .allMatch(question ->
                                Taxonomy.of(TaxonomyVersion.current()).question(part, question.name()) != null);
            }
        }
    }

    @Test
    void aQuestionKeepsItsNameWhereAVersionCallsItOtherwise() {
        assertThat(Taxonomy.of(TaxonomyVersion.V5)
                        .question(Part.EVENT, "HealthcareProcess")
                        .element())
                .isEqualTo("Process");
        assertThat(Taxonomy.of(TaxonomyVersion.V6)
                        .question(Part.EVENT, "HealthcareProcess")
                        .element())
                .isEqualTo("HealthcareProcess");
    }

    @Test
    void theCodesOfEventTypesAndTheBaseAreConfiguration() {
        var swapped =
                Map.of(EventType.INCIDENT, "1", EventType.OUTCOME, "2", EventType.RISK, "3", EventType.GOOD_CARE, "4");
        var lfpse = Lfpse.of(TaxonomyVersion.V6.at("https://example.org/fhir/"), swapped);

        var written = lfpse.write(Events.anOutcome());

        assertThat(written)
                .contains("https://example.org/fhir/patient-safety-adverse-event-6", "\"code\":\"2\"")
                .doesNotContain("nhs.uk");
        assertThat(lfpse.validate(written)).isEmpty();
    }

    @Test
    void eachTypeOfEventHasACodeOfItsOwn() {
        var doubled = new EnumMap<EventType, String>(EventType.class);
        Stream.of(EventType.values()).forEach(type -> doubled.put(type, "1"));

        assertThatThrownBy(() -> Lfpse.of(TaxonomyVersion.V6, doubled)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Lfpse.of(TaxonomyVersion.V6, Map.of(EventType.RISK, "2")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<TaxonomyVersion> versions() {
        return TaxonomyVersion.all().stream();
    }
}
