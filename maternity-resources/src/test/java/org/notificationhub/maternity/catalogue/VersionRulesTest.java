package org.notificationhub.maternity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionRulesTest {

    private static final String NEWEST = "resources/telephone-triage.yaml";
    private static final String FIRST = "history/telephone-triage/1.yaml";

    @TempDir
    Path folder;

    @Test
    void aChangedTextNeedsANewVersion() throws IOException {
        var changed = BrokenContent.in(folder).with(NEWEST, "A phone line that is answered", "A phone line");

        assertThat(faults(changed))
                .containsExactly(NEWEST + ": says something else than when version 2 was recorded."
                        + " Put the text that was recorded at history/telephone-triage/2.yaml,"
                        + " make this version 3 and say in changeNote what is different.");
    }

    @Test
    void aNewVersionNeedsTheOneBeforeItKept() throws IOException {
        var raised = BrokenContent.in(folder)
                .with(NEWEST, "A phone line that is answered", "A phone line")
                .with(NEWEST, "version: 2", "version: 3");

        assertThat(faults(raised))
                .contains(NEWEST + ": version 2 was not kept."
                        + " Put the text it had at history/telephone-triage/2.yaml.");
    }

    @Test
    void aNewVersionIsRecordedBeforeItIsServed() throws IOException {
        var raised = BrokenContent.in(folder)
                .moved(NEWEST, "history/telephone-triage/2.yaml")
                .with(NEWEST, "version: 2", "version: 3");

        assertThat(faults(raised))
                .containsExactly(NEWEST + ": version 3 is not recorded."
                        + " When its text is final, run the tests of this module with -Dcontent.record.");
    }

    @Test
    void aVersionThatWasPublishedStaysAsItWas() throws IOException {
        var rewritten = BrokenContent.in(folder).with(FIRST, "A phone line that is answered", "A phone line");

        assertThat(faults(rewritten))
                .containsExactly(FIRST + ": says something else than when version 1 was recorded."
                        + " Take the change back; a version that was published stays as it was.");
    }

    @Test
    void aVersionThatWasPublishedIsNotTakenAway() throws IOException {
        var begunAnew = BrokenContent.in(folder).with(NEWEST, "version: 2", "version: 1");

        assertThat(faults(begunAnew))
                .anySatisfy(fault ->
                        assertThat(fault).startsWith("versions.yaml at telephone-triage: records a version 2"));
    }

    @Test
    void aReviewThatChangedNothingAndAnotherWordToSearchByAreNoNewVersion() throws IOException {
        var reviewed = BrokenContent.in(folder)
                .with(NEWEST, "lastReviewedAt: 2026-11-28", "lastReviewedAt: 2027-03-01")
                .with(NEWEST, "alsoKnownAs: [", "alsoKnownAs: [hotline, ");

        assertThat(faults(reviewed)).isEmpty();
    }

    @Test
    void anAnchorThatWasCitedNeverMeansAnotherKindOfLine() throws IOException {
        var reused = BrokenContent.in(folder)
                .with(NEWEST, "anchor: midwife-answers", "anchor: a-midwife")
                .with(NEWEST, "anchor: call-times", "anchor: midwife-answers");

        assertThat(faults(reused))
                .contains(NEWEST + " at midwife-answers: stood under goodPractice in version 1."
                        + " Give the new line an anchor of its own; somebody may have cited the old one.");
    }

    @Test
    void versionsArePublishedOneAfterTheOther() throws IOException {
        var earlier = BrokenContent.in(folder).with(NEWEST, "publishedAt: 2026-11-28", "publishedAt: 2026-11-22");

        assertThat(faults(earlier))
                .contains(NEWEST + ": has dates out of order."
                        + " Order them as publishedAt of version 1, of version 2.");
    }

    private static List<String> faults(BrokenContent content) {
        return ContentRules.faults(content.read()).stream()
                .map(ContentFault::toString)
                .toList();
    }
}
