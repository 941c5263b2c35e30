package org.notificationhub.maternity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.notificationhub.maternity.catalogue.Confidence;
import org.notificationhub.maternity.catalogue.Content;
import org.notificationhub.maternity.catalogue.ContentReader;
import org.notificationhub.maternity.catalogue.Framework;
import org.notificationhub.maternity.catalogue.Reference;
import org.notificationhub.maternity.report.BrokenReference.Trouble;

class ReferenceReportTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-28");

    private final Content content = ContentReader.read();

    @Test
    void aReferencePastItsReviewIsNamedFromThatDay() {
        assertThat(troubles("rcog-gpp17", LocalDate.parse("2025-12-31"), content))
                .isEmpty();
        assertThat(troubles("rcog-gpp17", LocalDate.parse("2026-01-01"), content))
                .containsExactly(Trouble.PAST_REVIEW);
    }

    @Test
    void aSupersededReferenceNamesWhatTookItsPlaceAndWhoStillCitesIt() {
        var superseded = with(
                "psirf",
                each -> new Reference(
                        each.id(),
                        each.title(),
                        each.publisher(),
                        each.url(),
                        each.edition(),
                        null,
                        "pmrt",
                        each.says(),
                        each.confidence()));

        assertThat(ReferenceReport.on(DAY, superseded))
                .filteredOn(each -> each.reference().equals("psirf"))
                .singleElement()
                .satisfies(broken -> {
                    assertThat(broken.trouble()).isEqualTo(Trouble.SUPERSEDED);
                    assertThat(broken.todo()).isEqualTo("Cite pmrt in a new version of each.");
                    assertThat(broken.citedBy())
                            .containsExactly(
                                    "reporting-and-grading", "investigate-and-involve-families", "learning-loop");
                });
    }

    @Test
    void aReferenceThatNoVersionCitesIsUnused() {
        assertThat(troubles("sblcb3", DAY, content)).containsExactly(Trouble.UNUSED);
    }

    @Test
    void aReferenceThatNobodyReadAndSomebodyCitesIsUnchecked() {
        var unread = with(
                "forus",
                each -> new Reference(
                        each.id(),
                        each.title(),
                        each.publisher(),
                        each.url(),
                        each.edition(),
                        null,
                        null,
                        each.says(),
                        Confidence.UNCHECKED));

        assertThat(troubles("forus", DAY, unread)).containsExactly(Trouble.UNCHECKED);
    }

    @Test
    void aReferenceThatIsNotDescribedIsTheWorst() {
        var without = with("bsots-2017", each -> null);

        assertThat(ReferenceReport.on(DAY, without)).first().satisfies(broken -> {
            assertThat(broken.trouble()).isEqualTo(Trouble.UNRESOLVED);
            assertThat(broken.reference()).isEqualTo("bsots-2017");
            assertThat(broken.citedBy()).containsExactly("first-assessment-in-15-minutes");
        });
    }

    @Test
    void aFrameworkThatEndedIsNamedFromTheDayAfter() {
        var ended = content.frameworks().stream()
                .map(each -> new Framework(
                        each.id(), each.title(), each.validFrom(), DAY, each.source(), each.note(), each.criteria()))
                .toList();
        var content = new Content(
                this.content.notice(),
                this.content.themes(),
                this.content.resources(),
                this.content.earlier(),
                this.content.recorded(),
                this.content.references(),
                ended,
                this.content.regulations(),
                this.content.reviewFigures());

        assertThat(troubles("cqc-saf-2023", DAY, content)).isEmpty();
        assertThat(troubles("cqc-saf-2023", DAY.plusDays(1), content)).containsExactly(Trouble.FRAMEWORK_ENDED);
    }

    private static List<Trouble> troubles(String reference, LocalDate day, Content content) {
        return ReferenceReport.on(day, content).stream()
                .filter(each -> each.reference().equals(reference))
                .map(BrokenReference::trouble)
                .toList();
    }

    private Content with(String id, UnaryOperator<Reference> changed) {
        var references = new ArrayList<Reference>();
        for (var each : content.references()) {
            var reference = each.id().equals(id) ? changed.apply(each) : each;
            if (reference != null) {
                references.add(reference);
            }
        }
        return new Content(
                content.notice(),
                content.themes(),
                content.resources(),
                content.earlier(),
                content.recorded(),
                references,
                content.frameworks(),
                content.regulations(),
                content.reviewFigures());
    }
}
