package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionTextTest {

    private static final String TRUST = """
            { "rulesVersion": "2026-11-23", "on": "2026-11-24",
              "provider": { "id": "RJ1", "class": "NHS_BODY", "basis": "REGISTER" },
              "duties": [
                { "authority": "CQC", "outcome": "OWED_UNLESS_LFPSE_ACCEPTS",
                  "because": "A health service body need not tell CQC once NHS England has been told through LfPSE; until LfPSE accepts, the duty stands.",
                  "citations": [ { "instrument": "SI 2009/3112", "year": 2009, "provision": "reg 18(4)",
                    "url": "https://www.legislation.gov.uk/uksi/2009/3112", "confidence": "certain" } ],
                  "clock": { "limit": "WITHOUT_DELAY", "words": "without delay", "source": "STATUTE", "due": null,
                    "internalTarget": "2026-11-25T10:00:00Z", "warnings": [] } },
                { "authority": "LFPSE", "outcome": "NOT_REQUIRED", "because": "No law owes LfPSE a report.", "citations": [] } ],
              "routes": [ { "destination": "LFPSE", "purpose": "DISCHARGES" }, { "destination": "CQC", "purpose": "FALLBACK" } ],
              "factsUsed": [ "type", "provider.class", "on" ], "factsMissing": [ "naturalCourse" ] }""";

    private static final String CLOCK_AWAITING_ITS_START = """
            { "rulesVersion": "2026-11-23", "on": "2026-06-01",
              "provider": { "class": "INDEPENDENT", "basis": "DECLARED" },
              "duties": [ { "authority": "CQC", "outcome": "HOLD", "because": "Unknown.",
                "clock": { "limit": "TWO_WEEKS", "startFact": "discoveredAt" } } ] }""";

    @Test
    void aDecisionIsToldInWordsWithinTheWidth() {
        assertThat(new DecisionText(80).of("SERIOUS_INJURY", Hub.json(TRUST))).isEqualTo("""
                SERIOUS_INJURY at RJ1 (NHS_BODY, from the register) on 2026-11-24, rules of
                2026-11-23

                CQC    owed unless LfPSE accepts
                       A health service body need not tell CQC once NHS England has been told
                       through LfPSE; until LfPSE accepts, the duty stands.
                       By when: without delay; own target 25 November 2026, 10:00am (London)
                       Law: SI 2009/3112 reg 18(4) (certain)
                       https://www.legislation.gov.uk/uksi/2009/3112

                LFPSE  not required
                       No law owes LfPSE a report.

                Sent to: LFPSE first (its acceptance discharges the duty), CQC if that fails
                Facts used: type, provider.class, on
                Facts missing: naturalCourse
                """);
    }

    @Test
    void onlyWhatTheAnswerHoldsIsTold() {
        assertThat(new DecisionText(80).of("IRMER_SAUE", Hub.json(CLOCK_AWAITING_ITS_START)))
                .isEqualTo("""
                IRMER_SAUE at a provider of class INDEPENDENT (as declared) on 2026-06-01, rules
                of 2026-11-23

                CQC    held for a person to decide
                       Unknown.
                       By when: two weeks; counted from discoveredAt, which is not known

                Sent to: nobody
                Facts used: none
                Facts missing: none
                """);
    }

    @Test
    void aDueTimeIsToldAsLondonReadsIt() {
        var summer = CLOCK_AWAITING_ITS_START.replace(
                "\"startFact\": \"discoveredAt\"", "\"due\": \"2026-06-15T12:30:00Z\", \"warnings\": [\"2026-06-08\"]");

        assertThat(new DecisionText(120).of("IRMER_SAUE", Hub.json(summer)))
                .contains("By when: two weeks; due 15 June 2026, 1:30pm (London); warnings 8 June 2026");
    }

    @Test
    void anAddressLongerThanALineStaysWhole() {
        assertThat(new DecisionText(20).of("SERIOUS_INJURY", Hub.json(TRUST)))
                .contains("\n       https://www.legislation.gov.uk/uksi/2009/3112\n");
    }
}
