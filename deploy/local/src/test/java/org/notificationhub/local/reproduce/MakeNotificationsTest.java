package org.notificationhub.local.reproduce;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class MakeNotificationsTest {

    private final Margins margins;
    private final List<MadeNotification> made;

    MakeNotificationsTest() throws IOException {
        margins = new FigureFiles(new ReportingYear(2023), List.of()).margins();
        made = new MakeNotifications(margins).all();
    }

    @Test
    void thereAreAsManyOfEachModalityAsWerePublished() {
        assertThat(count(MadeNotification::modality))
                .isEqualTo(Map.of(
                        Modality.DIAGNOSTIC_IMAGING,
                        447L,
                        Modality.RADIOTHERAPY,
                        244L,
                        Modality.NUCLEAR_MEDICINE,
                        128L));
    }

    @Test
    void theyCarryEveryTierThatWasPublishedAndNoOther() {
        var published =
                margins.errors().stream().collect(groupingBy(Portion::path, Collectors.summingLong(Portion::count)));

        assertThat(count(MadeNotification::tiers)).isEqualTo(published);
    }

    @Test
    void theyCarryEverySubModalityThatWasPublishedAndNoOther() {
        assertThat(count(each -> Objects.requireNonNullElse(each.subModality(), "")))
                .isEqualTo(Map.of(
                        "CT", 291L,
                        "Plain film X-ray", 112L,
                        "External beam therapy", 130L,
                        "Planning and verification imaging", 108L,
                        "Brachytherapy", 6L,
                        "", 447L - 291 - 112 + 128));
    }

    @Test
    void theyComeFromTheNhsAsWasPublishedAndWhereNothingWasTheyDoNotSay() {
        assertThat(count(each -> each.modality() + " "
                        + each.content().at("/details/organisationType").asText()))
                .isEqualTo(Map.of(
                        "DIAGNOSTIC_IMAGING NHS_ACUTE", 398L,
                        "DIAGNOSTIC_IMAGING OTHER", 49L,
                        "RADIOTHERAPY NHS_ACUTE", 237L,
                        "RADIOTHERAPY OTHER", 7L,
                        "NUCLEAR_MEDICINE ", 128L));
    }

    @Test
    void theirTimesReachFromTheFirstToTheLastMillisecondOfTheYearInLondon() {
        var times = made.stream()
                .map(each -> each.content().at("/cqc/notifiedAt").textValue())
                .toList();

        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(times.get(0)).isEqualTo("2023-03-31T23:00:00Z");
        assertThat(times.get(818)).isEqualTo("2024-03-31T22:59:59.999Z");
    }

    @Test
    void whatWasNotPublishedIsNotMadeUp() {
        assertThat(made).allSatisfy(each -> {
            assertThat(names(each.content().fieldNames()))
                    .containsExactlyInAnyOrder("type", "reference", "provider", "awareAt", "summary", "cqc", "details");
            assertThat(names(each.content().get("details").fieldNames()))
                    .isSubsetOf("modality", "discoveredAt", "organisationType");
        });
    }

    @Test
    void theSameMarginsMakeTheSameNotificationsAndOthersMakeOthers() {
        var again = new MakeNotifications(margins).all();
        var other = new MakeNotifications(new Margins(
                        margins.year(), null, margins.counts(), margins.percents(), List.of(), List.of(), List.of()))
                .all();

        assertThat(again).isEqualTo(made);
        assertThat(references(made)).hasSize(819).doesNotContainAnyElementsOf(references(other));
    }

    @Test
    void oneMarginSaysNothingOfAnother() {
        var diagnostic = made.stream()
                .filter(each -> each.modality() == Modality.DIAGNOSTIC_IMAGING)
                .toList();
        var ofReferrer = diagnostic.stream()
                .filter(each -> !each.tiers().isEmpty() && each.tiers().get(0).equals("Referrer"))
                .toList();
        var ctOfReferrer = ofReferrer.stream()
                .filter(each -> "CT".equals(each.subModality()))
                .count();

        assertThat(ctOfReferrer / (double) ofReferrer.size()).isBetween(0.5, 0.8);
    }

    private <T> Map<T, Long> count(Function<MadeNotification, T> by) {
        return made.stream().collect(groupingBy(by, counting()));
    }

    private static List<String> references(List<MadeNotification> notifications) {
        return notifications.stream()
                .map(MadeNotification::reference)
                .distinct()
                .toList();
    }

    private static List<String> names(java.util.Iterator<String> names) {
        return StreamSupport.stream(((Iterable<String>) () -> names).spliterator(), false)
                .toList();
    }
}
