package org.notificationhub.maternity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContentTest {

    private final Content content = ContentReader.read();

    @Test
    void theContentKeepsEveryRule() {
        assertThat(ContentRules.faults(content)).isEmpty();
    }

    @Test
    void eachOfTheFourThemesHasFourResources() {
        assertThat(content.themes())
                .extracting(Theme::slug)
                .containsExactly("leadership-and-culture", "managing-safety-incidents", "triage", "healthcare-equity");
        assertThat(content.themes())
                .allSatisfy(theme -> assertThat(theme.resources()).hasSize(4));
    }

    @Test
    void everyEarlierVersionOfAResourceIsRead() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/content/history"))) {
            assertThat(files.filter(Files::isRegularFile).count())
                    .isEqualTo(content.earlier().size());
        }
    }

    @Test
    void everyResourceFileIsListedByATheme() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/content/resources"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(content.resources().stream()
                            .map(resource -> resource.slug() + ".yaml")
                            .toList());
        }
    }

    @Test
    void everyStaffGroupHasQuestionsInEveryTheme() {
        for (var theme : content.themes()) {
            assertThat(content.resources().stream()
                            .filter(resource -> resource.theme().equals(theme.slug()))
                            .flatMap(resource -> resource.audiences().stream()))
                    .as(theme.slug())
                    .contains(Audience.values());
        }
    }

    @Test
    void theSharesOfAnEditionThatGivesAllFourAddUpToAHundred() {
        var programme = content.reviewFigures().series().stream()
                .filter(series -> series.id().equals("programme-2022-2024"))
                .findFirst()
                .orElseThrow();

        for (var measure : new ReviewFigures.Measure[] {ReviewFigures.Measure.OVERALL, ReviewFigures.Measure.SAFE}) {
            assertThat(programme.shares().stream()
                            .filter(share -> share.measure() == measure)
                            .mapToInt(ReviewFigures.Share::percent)
                            .sum())
                    .as(measure.name())
                    .isEqualTo(100);
        }
    }
}
