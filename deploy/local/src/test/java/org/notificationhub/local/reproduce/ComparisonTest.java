package org.notificationhub.local.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.notificationhub.local.reproduce.Comparison.Line;
import org.notificationhub.local.reproduce.Computed.OfModality;
import org.notificationhub.local.reproduce.Computed.Share;

class ComparisonTest {

    private static final Modality MODALITY = Modality.RADIOTHERAPY;
    private static final Margins MARGINS = new Margins(
            new ReportingYear(2023),
            10,
            Map.of(MODALITY, 10),
            Map.of(),
            List.of(
                    new Portion(MODALITY, List.of("External"), 6, 6, 6, null),
                    new Portion(MODALITY, List.of(), 4, 4, 4, null)),
            List.of(new Portion(MODALITY, List.of("NHS_ACUTE"), 9, 9, 9, 90)),
            List.of(
                    new Portion(MODALITY, List.of("Referrer", "Late"), 2, 2, 2, null),
                    new Portion(MODALITY, List.of("Referrer"), 3, 3, 3, null),
                    new Portion(MODALITY, List.of(), 5, 5, 5, null)));

    @Test
    void everyFigureThatCameOutAsPublishedIsOkAndTheRestIsMarked() {
        var comparison = Comparison.of(MARGINS, computed(5));

        assertThat(comparison.isReproduced()).isTrue();
        assertThat(verdicts(comparison))
                .isEqualTo(Map.ofEntries(
                        Map.entry("All modalities notifications", Verdict.OK),
                        Map.entry("Radiotherapy notifications", Verdict.OK),
                        Map.entry("Radiotherapy %", Verdict.NOT_PUBLISHED),
                        Map.entry("NHS notifications", Verdict.OK),
                        Map.entry("NHS %", Verdict.OK),
                        Map.entry("External notifications", Verdict.OK),
                        Map.entry("External %", Verdict.NOT_PUBLISHED),
                        Map.entry("Referrer notifications", Verdict.OK),
                        Map.entry("Referrer > Late notifications", Verdict.OK),
                        Map.entry("Sub-modality: The rest notifications", Verdict.NOT_PUBLISHED),
                        Map.entry("Error: The rest notifications", Verdict.NOT_PUBLISHED)));
        assertThat(line(comparison, "Referrer").published()).isEqualTo(5);
    }

    @Test
    void oneFigureThatIsOffIsADifference() {
        var comparison = Comparison.of(MARGINS, computed(4));

        assertThat(comparison.isReproduced()).isFalse();
        assertThat(line(comparison, "Referrer").verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(comparison.count(Verdict.DIFFERS)).isEqualTo(1);
    }

    @Test
    void whatTheHubCountsAndNobodyPublishedIsADifference() {
        var margins = new Margins(MARGINS.year(), 10, MARGINS.counts(), Map.of(), List.of(), List.of(), List.of());

        var comparison = Comparison.of(margins, computed(5));

        assertThat(line(comparison, "Referrer > Late").verdict()).isEqualTo(Verdict.DIFFERS);
        assertThat(line(comparison, "External").verdict()).isEqualTo(Verdict.DIFFERS);
    }

    @Test
    void aCountWithinARangeIsMarkedAndOnlyItsPercentageIsCompared() {
        var ranged = new Margins(
                MARGINS.year(),
                10,
                MARGINS.counts(),
                Map.of(),
                List.of(new Portion(MODALITY, List.of("External"), 6, 5, 7, 60)),
                List.of(),
                MARGINS.errors());

        var lines = Comparison.of(ranged, computed(5)).lines().stream()
                .filter(line -> line.figure().equals("External"))
                .toList();

        assertThat(lines).extracting(Line::verdict).containsExactly(Verdict.NOT_PUBLISHED, Verdict.OK);
        assertThat(lines.get(0).note()).isEqualTo("made within 5 to 7, which 60 % allows");
    }

    private static Computed computed(int ofReferrer) {
        return new Computed(
                10,
                Map.of(MODALITY, new OfModality(10, 100, 9, 90)),
                Map.of(MODALITY, Map.of("External", new Share(6, 60))),
                Map.of(MODALITY, Map.of(List.of("Referrer"), ofReferrer, List.of("Referrer", "Late"), 2)));
    }

    private static Line line(Comparison comparison, String figure) {
        return comparison.lines().stream()
                .filter(line -> line.figure().equals(figure) && line.unit().equals("notifications"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Verdict> verdicts(Comparison comparison) {
        return comparison.lines().stream()
                .collect(java.util.stream.Collectors.toMap(ComparisonTest::name, Line::verdict));
    }

    private static String name(Line line) {
        var figure = line.of().startsWith("From NHS") ? "NHS" : line.figure();
        var section = figure.equals("The rest") ? line.of().split(",")[0] + ": " : "";
        return section + figure + " " + line.unit();
    }
}
