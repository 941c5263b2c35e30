package org.notificationhub.routing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class CitationTest {

    @Test
    void theShortFormOfTheRegistrationRegulationsIsWrittenOut() {
        var citations = Citation.parse(
                "CQC(Reg)R 2009 reg 16(1)", "reg 16; https://www.cqc.org.uk/reg-16; more", Confidence.CERTAIN);

        assertThat(citations)
                .containsExactly(new Citation(
                        "SI 2009/3112", 2009, "reg 16(1)", "https://www.cqc.org.uk/reg-16", Confidence.CERTAIN));
    }

    @Test
    void theRadiationRegulationsAreAnInstrumentOfTheirOwn() {
        assertThat(Citation.parse("IR(ME)R 2017 (SI 2017/1322) reg 8(4)", "a page", Confidence.LIKELY))
                .extracting(Citation::instrument, Citation::provision)
                .containsExactly(tuple("SI 2017/1322", "reg 8(4)"));
    }

    @Test
    void anAmendingInstrumentIsCitedBesideTheFirst() {
        assertThat(Citation.parse("CQC(Reg)R 2009 reg 17(2A)", "reg 17; SI 2012/921 reg 4", Confidence.CERTAIN))
                .extracting(Citation::instrument)
                .containsExactly("SI 2009/3112", "SI 2012/921");
    }

    @Test
    void withoutAPageTheInstrumentItselfIsTheAddress() {
        assertThat(Citation.parse("CQC(Reg)R 2009 reg 15(1)", "an inference", Confidence.UNCERTAIN)
                        .get(0)
                        .url())
                .isEqualTo("https://www.legislation.gov.uk/uksi/2009/3112");
    }

    @Test
    void aRegulationOfNoInstrumentIsRefused() {
        assertThatThrownBy(() -> Citation.parse("a custom", "somebody said so", Confidence.CERTAIN))
                .isInstanceOf(RulesUnusable.class);
    }
}
