package org.notificationhub.maternity.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.KeyQuestion;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.finding.Findings.Ranked;

@QuarkusTest
class FindResourcesTest {

    private final FindResources findResources;
    private final ResourceCatalogue catalogue;

    FindResourcesTest(FindResources findResources, ResourceCatalogue catalogue) {
        this.findResources = findResources;
        this.catalogue = catalogue;
    }

    @Test
    void aWordIsFoundInAnyOfItsForms() {
        assertThat(slugs("INTERPRETED")).startsWith("interpreting-and-formats");
        assertThat(slugs("interpret")).startsWith("interpreting-and-formats");
    }

    @Test
    void theBeginningOfAWordIsEnough() {
        assertThat(slugs("ligat")).startsWith("safe-triage-space-and-staff");
    }

    @Test
    void aTitleWeighsMoreThanALine() {
        assertThat(slugs("grade")).hasSizeGreaterThan(1).startsWith("reporting-and-grading");
    }

    @Test
    void wordsInQuotesStandTogetherAndAMinusTakesAway() {
        assertThat(slugs("\"safety champions\"")).startsWith("visible-safety-champions");
        assertThat(slugs("champions safety")).startsWith("visible-safety-champions");
        assertThat(slugs("\"champions safety\"")).isEmpty();
        assertThat(slugs("board -triage"))
                .contains("board-oversight-and-voices")
                .doesNotContain("measuring-triage");
    }

    @Test
    void whereNothingHasEveryWordThereIsWhatHasSome() {
        var found = find("telephone zebra");

        assertThat(found.asked().partly()).isTrue();
        assertThat(found.all()).first().extracting(Ranked::slug).isEqualTo("telephone-triage");
        assertThat(find("zebra").all()).isEmpty();
    }

    @Test
    void aMisspeltWordIsReadAsTheNearestAndTheReaderIsTold() {
        assertThat(find("saftey champions").asked().spelt()).isEqualTo("safety champions");
        assertThat(find("safety champions").asked().spelt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  -- ", "how do you", "' : & | ! ( )", "\"", "<->", "%_\\"})
    void wordsThatMeanNothingFindEverythingInTheOrderOfTheCatalogue(String words) {
        var found = find(words);

        assertThat(found.byWords()).isFalse();
        assertThat(found.all())
                .extracting(Ranked::slug)
                .isEqualTo(catalogue.resources().stream().map(Resource::slug).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table edition; --",
                "a&b | !c",
                "http://a.b/?c=d&e=f",
                "\u0002\u0003",
                "🤰 triage",
                "%s %L"
            })
    void noWordsBreakTheSearch(String words) {
        assertThat(find(words)).isNotNull();
    }

    @Test
    void audienceAndKeyQuestionAreThoseOfOneQuestion() {
        var wanted = new Wanted("triage", Audience.BOARD, KeyQuestion.WELL_LED, null, null);

        assertThat(findResources.find(wanted).all())
                .extracting(Ranked::slug)
                .containsExactlyElementsOf(catalogue.resources().stream()
                        .filter(resource -> resource.theme().equals("triage"))
                        .filter(resource -> resource.questions().stream()
                                .anyMatch(question -> question.audiences().contains(Audience.BOARD)
                                        && question.criteria().stream()
                                                .anyMatch(id -> catalogue
                                                                .criterion(id)
                                                                .criterion()
                                                                .keyQuestion()
                                                        == KeyQuestion.WELL_LED)))
                        .map(Resource::slug)
                        .toList())
                .isNotEmpty();
    }

    @Test
    void changedSinceCountsVersionsAndNotReviews() {
        var last = catalogue.resources().stream()
                .map(Resource::publishedAt)
                .max(LocalDate::compareTo)
                .orElseThrow();

        assertThat(changedSince(last)).isNotEmpty();
        assertThat(changedSince(last.plusDays(1))).isEmpty();
    }

    @Test
    void theLinesThatSayItAreShownAndTheWordIsMarked() {
        var wanted = new Wanted(null, null, null, "dropped calls", null);
        var findings = findResources.find(wanted);

        var found =
                findResources.shown(findings.all(), findings.asked(), wanted).get(0);

        assertThat(found.lines()).hasSizeBetween(1, 3);
        assertThat(found.lines())
                .allSatisfy(line -> assertThat(line.text().html()).contains("<mark>"));
        assertThat(found.summary().html()).contains("<mark>calls</mark>");
    }

    @Test
    void onlyQuestionsForTheAudienceAreShown() {
        var wanted = new Wanted("triage", Audience.BOARD, null, "triage", null);
        var findings = findResources.find(wanted);
        var audiences = catalogue.resources().stream()
                .flatMap(resource -> resource.questions().stream()
                        .filter(question -> question.audiences().contains(Audience.BOARD))
                        .map(question -> resource.slug() + "#" + question.anchor()))
                .toList();

        var questions = findResources.shown(findings.all(), findings.asked(), wanted).stream()
                .flatMap(found -> found.lines().stream()
                        .filter(line -> line.kind() == LineKind.QUESTION)
                        .map(line -> found.resource().slug() + "#" + line.anchor()))
                .toList();

        assertThat(questions).isNotEmpty().isSubsetOf(audiences);
    }

    private List<String> changedSince(LocalDate day) {
        return findResources.find(new Wanted(null, null, null, null, day)).all().stream()
                .map(Ranked::slug)
                .toList();
    }

    private List<String> slugs(String words) {
        return find(words).all().stream().map(Ranked::slug).toList();
    }

    private Findings find(String words) {
        return findResources.find(new Wanted(null, null, null, words, null));
    }
}
