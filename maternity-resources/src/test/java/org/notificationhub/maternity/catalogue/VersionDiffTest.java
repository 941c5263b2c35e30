package org.notificationhub.maternity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.notificationhub.maternity.catalogue.VersionDiff.Change;
import org.notificationhub.maternity.catalogue.VersionDiff.Fate;
import org.notificationhub.maternity.catalogue.VersionDiff.Kind;
import org.notificationhub.maternity.catalogue.VersionDiff.Piece;

class VersionDiffTest {

    private static final String FILE = "resources/duty-of-candour.yaml";

    @TempDir
    Path folder;

    @Test
    void aVersionIsNotDifferentFromItself() {
        var resource = resource(ContentReader.read());

        assertThat(VersionDiff.between(resource, resource).changes()).isEmpty();
    }

    @Test
    void wordsThatCameAndWentStandInTheirSentence() throws IOException {
        var diff = diff(BrokenContent.in(folder).with(FILE, "one named person to call", "a person to call by day"));

        assertThat(diff.changes()).singleElement().satisfies(change -> {
            assertThat(change.section()).isEqualTo("goodPractice");
            assertThat(change.anchor()).isEqualTo("one-person-to-call");
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.members())
                    .singleElement()
                    .satisfies(member -> assertThat(member.pieces())
                            .containsExactly(
                                    new Piece(Fate.SAME, "The family has"),
                                    new Piece(Fate.REMOVED, "one named"),
                                    new Piece(Fate.ADDED, "a"),
                                    new Piece(Fate.SAME, "person to"),
                                    new Piece(Fate.REMOVED, "call,"),
                                    new Piece(Fate.ADDED, "call by day,"),
                                    new Piece(Fate.SAME, "and is told when that person changes.")));
        });
    }

    @Test
    void anEntryOfAListComesOrGoesWhole() throws IOException {
        var diff = diff(BrokenContent.in(folder)
                .with(FILE, "[Translated letters, Interpreters", "[Letters in translation, Interpreters"));

        assertThat(diff.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.members())
                        .singleElement()
                        .satisfies(member -> assertThat(member.pieces())
                                .containsExactly(
                                        new Piece(Fate.REMOVED, "Translated letters"),
                                        new Piece(Fate.ADDED, "Letters in translation"),
                                        new Piece(Fate.SAME, "Interpreters booked for candour meetings"))));
    }

    @Test
    void aLineThatIsNewIsToldWholeAndTheWayBackTakesItAway() throws IOException {
        var changed = BrokenContent.in(folder).with(FILE, "goodPractice:\n", """
                        goodPractice:
                          - anchor: said-in-time
                            text: It is said in time.
                            references: [reg20]
                        """);

        assertThat(diff(changed).changes())
                .extracting(Change::anchor, Change::kind)
                .containsExactly(tuple("said-in-time", Kind.ADDED));
        assertThat(VersionDiff.between(resource(changed.read()), resource(ContentReader.read()))
                        .changes())
                .extracting(Change::anchor, Change::kind)
                .containsExactly(tuple("said-in-time", Kind.REMOVED));
    }

    @Test
    void aLineThatOnlyMovedSaysSo() throws IOException {
        var changed = BrokenContent.in(folder).with(FILE, """
                          - anchor: one-person-to-call
                            text: The family has one named person to call, and is told when that person changes.
                            confidence: UNCHECKED
                        """, "").with(FILE, "goodPractice:\n", """
                        goodPractice:
                          - anchor: one-person-to-call
                            text: The family has one named person to call, and is told when that person changes.
                            confidence: UNCHECKED
                        """);

        assertThat(diff(changed).changes())
                .extracting(
                        Change::anchor, Change::kind, change -> change.members().size())
                .containsExactly(tuple("one-person-to-call", Kind.MOVED, 0));
    }

    @Test
    void theOrderIsThatOfTheLaterTextAndWhatIsGoneStandsWhereItStood() {
        var content = ContentReader.read();
        for (var earlier : content.earlier()) {
            var later = content.resources().stream()
                    .filter(each -> each.slug().equals(earlier.slug()))
                    .findFirst()
                    .orElseThrow();

            var anchors = VersionDiff.between(earlier, later).changes().stream()
                    .filter(change -> change.section().equals("questions"))
                    .map(Change::anchor)
                    .toList();

            assertThat(later.questions().stream().map(AssessedQuestion::anchor))
                    .as(later.slug())
                    .containsSubsequence(anchors);
        }
    }

    private VersionDiff diff(BrokenContent changed) {
        return VersionDiff.between(resource(ContentReader.read()), resource(changed.read()));
    }

    private static Resource resource(Content content) {
        return content.resources().stream()
                .filter(resource -> resource.slug().equals("duty-of-candour"))
                .findFirst()
                .orElseThrow();
    }
}
