package org.notificationhub.routing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderClassesTest {

    private static final ProviderClasses CLASSES = Law.VOCABULARY.classes();

    @ParameterizedTest(name = "{0} in {1} is {2}, contradictory: {3}")
    @CsvSource({
        "NHS Body,     NHS Healthcare Organisation, NHS_BODY,                 false",
        "NHS Body,     Independent Healthcare Org,  INDEPENDENT,              true",
        "NHS Body,     Primary Medical Services,    INDEPENDENT,              true",
        "Organisation, NHS Healthcare Organisation, INDEPENDENT,              true",
        "Organisation, Independent Healthcare Org,  INDEPENDENT,              false",
        "Organisation, Social Care Org,             INDEPENDENT,              false",
        "Partnership,  Primary Medical Services,    PRIMARY_MEDICAL_SERVICES, false",
        "Individual,   Primary Dental Care,         INDEPENDENT,              false",
    })
    void ownershipAndSectorTellTheClass(String ownership, String sector, String code, boolean contradictory) {
        var reading = CLASSES.read(ownership, sector);

        assertThat(reading.providerClass().code()).isEqualTo(code);
        assertThat(reading.contradictory()).isEqualTo(contradictory);
    }

    @Test
    void classesWithoutOneForEverybodyElseCannotBeMade() {
        assertThatThrownBy(() -> new ProviderClasses(List.of(Law.classOf("NHS_BODY"))))
                .isInstanceOf(RulesUnusable.class)
                .hasMessageContaining("INDEPENDENT");
    }

    @Test
    void aClassThatIsThereTwiceIsRefused() {
        var independent = Law.classOf("INDEPENDENT");

        assertThatThrownBy(() -> new ProviderClasses(List.of(independent, independent)))
                .isInstanceOf(RulesUnusable.class)
                .hasMessageContaining("twice");
    }
}
