package org.notificationhub.maternity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTest {

    private final ResourceCatalogue catalogue = new ResourceCatalogue(ContentReader.read());

    @Test
    void aWordInTheTitleWeighsMoreThanOneInTheSections() {
        var found = catalogue.find(null, null, "grade");

        assertThat(found).hasSizeGreaterThan(1);
        assertThat(found.get(0).slug()).isEqualTo("reporting-and-grading");
    }

    @Test
    void theBeginningOfAWordIsEnoughAndCaseDoesNotMatter() {
        assertThat(catalogue.find(null, null, "INTERPRET"))
                .first()
                .extracting(Resource::slug)
                .isEqualTo("interpreting-and-formats");
    }

    @Test
    void everyWordMustBeFound() {
        assertThat(catalogue.find(null, null, "phone zebra")).isEmpty();
        assertThat(catalogue.find(null, null, "phone calls")).isNotEmpty();
    }

    @Test
    void noWordsFindEverythingInTheOrderOfTheCatalogue() {
        assertThat(catalogue.find(null, null, null)).isEqualTo(catalogue.resources());
        assertThat(catalogue.find(null, null, " -- ")).isEqualTo(catalogue.resources());
    }

    @Test
    void themeAndAudienceNarrowTogether() {
        assertThat(catalogue.find("triage", Audience.BOARD, null))
                .extracting(Resource::slug)
                .containsExactly("safe-triage-space-and-staff", "measuring-triage");
    }
}
