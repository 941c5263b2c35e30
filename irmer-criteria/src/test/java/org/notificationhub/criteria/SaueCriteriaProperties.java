package org.notificationhub.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.criteria.Told.CRITERIA;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.notificationhub.criteria.Assessment.Notifiable;

/** What holds of every exposure, wherever and whenever. */
class SaueCriteriaProperties {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anAnswerNamesWhatItTurnsOn(@ForAll("exposures") Exposure exposure) {
        var assessment = CRITERIA.assess(exposure);
        var named = !assessment.missing().isEmpty() || !assessment.open().isEmpty();

        switch (assessment.notifiable()) {
            case YES -> assertThat(assessment.met()).isNotEmpty();
            case NO -> assertThat(named || !assessment.met().isEmpty()).isFalse();
            case UNDETERMINED -> assertThat(named && assessment.met().isEmpty()).isTrue();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aGreaterTotalMeetsWhatASmallerOneMet(
            @ForAll("exposures") Exposure exposure, @ForAll("doses") BigDecimal more) {
        var total = exposure.facts().number(Fact.TOTAL_DOSE);
        if (total == null) {
            return;
        }

        assertThat(met(with(exposure, exposure.facts().with(Fact.TOTAL_DOSE, total.add(more)))))
                .containsAll(met(exposure));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aChildMeetsWhatAnAdultMeets(@ForAll("exposures") Exposure exposure) {
        var adult = with(exposure, exposure.facts().with(Fact.ADULT, "true"));
        var child = with(exposure, exposure.facts().with(Fact.ADULT, "false"));

        assertThat(met(child)).containsAll(met(adult));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void onTheDutyOfAnAdultTheBandsAgreeWhereTheyMeet(
            @ForAll("boundaries") String boundary, @ForAll("doses") BigDecimal total) {
        var intended = new BigDecimal(boundary);
        var facts = Facts.none()
                .with(Fact.MODALITY, "DIAGNOSTIC_IMAGING")
                .with(Fact.KIND, "UNINTENDED")
                .with(Fact.ADULT, "true")
                .with(Fact.INTENDED_DOSE, intended)
                .with(Fact.TOTAL_DOSE, total);
        var limit = new BigDecimal(boundary.equals("0.3") ? "3" : "25");

        assertThat(isNotifiable(new Exposure(LocalDate.of(2024, 3, 1), Country.ENGLAND, facts)))
                .isEqualTo(total.compareTo(limit) >= 0);
    }

    private static boolean isNotifiable(Exposure exposure) {
        return CRITERIA.assess(exposure).notifiable() == Notifiable.YES;
    }

    private static List<Criterion> met(Exposure exposure) {
        return CRITERIA.assess(exposure).met();
    }

    private static Exposure with(Exposure exposure, Facts facts) {
        return new Exposure(exposure.on(), exposure.country(), facts);
    }

    @Provide
    Arbitrary<String> boundaries() {
        return Arbitraries.of("0.3", "2.5", "10");
    }

    @Provide
    Arbitrary<BigDecimal> doses() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(60))
                .ofScale(1);
    }

    @Provide
    Arbitrary<Exposure> exposures() {
        var days = Arbitraries.longs()
                .between(
                        LocalDate.of(2019, 1, 1).toEpochDay(),
                        LocalDate.of(2026, 1, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
        return Combinators.combine(days, Arbitraries.of(Country.values()), facts())
                .as(Exposure::new);
    }

    private Arbitrary<Facts> facts() {
        var told = Arbitraries.just(Facts.none());
        for (var fact : Fact.values()) {
            told = Combinators.combine(told, value(fact).optional(0.7))
                    .as((facts, value) ->
                            value.map(given -> Told.with(facts, fact, given)).orElse(facts));
        }
        return told;
    }

    private Arbitrary<String> value(Fact fact) {
        return switch (fact.form()) {
            case CODE -> Arbitraries.of(fact.codes());
            case YES_NO -> Arbitraries.of("true", "false");
            case AMOUNT -> doses().map(BigDecimal::toPlainString);
            case COUNT -> Arbitraries.integers().between(0, 4).map(String::valueOf);
        };
    }
}
