package org.notificationhub.local;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HubExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoJourneyIT {

    private final Hub hub;
    private final Law law;
    private final String file;
    private final List<JsonNode> sent;
    private List<JsonNode> answers;
    private Map<String, JsonNode> shown;

    DemoJourneyIT(Hub hub) throws IOException {
        this.hub = hub;
        this.law = Law.shipped();
        try (var demo = DemoJourneyIT.class.getResourceAsStream("/demo/notifications.ndjson")) {
            this.file = new String(demo.readAllBytes(), StandardCharsets.UTF_8);
        }
        this.sent = file.lines().map(Hub::json).toList();
    }

    @BeforeAll
    void sendTheFile() {
        answers = hub.batch(file);
        shown = hub.settled(answers.stream().map(DemoJourneyIT::id).toList()).stream()
                .collect(toMap(DemoJourneyIT::reference, Function.identity()));
    }

    @Test
    void theFileHasEveryTypeFromAnNhsBodyAndFromAnIndependentProvider() {
        assertThat(sent).hasSizeGreaterThanOrEqualTo(60);
        assertThat(sent.stream().map(law::kind).collect(Collectors.toSet())).isEqualTo(law.kinds());
    }

    @Test
    void everyLineIsTaken() {
        assertThat(answers)
                .hasSameSizeAs(sent)
                .allSatisfy(
                        answer -> assertThat(answer.get("status").intValue()).isEqualTo(202));
    }

    @Test
    void everyAuthorityThatIsOwedIsToldOnceAndNoOther() {
        assertThat(effects()).isEqualTo(expected(law::told));
    }

    @Test
    void nothingIsSentThatHasNoEffect() {
        assertThat(received())
                .allSatisfy(
                        each -> assertThat(each.get("effect").booleanValue()).isTrue());
    }

    @Test
    void theNotificationShowsWhatTheLawAsksAndWhatWasDone() {
        assertThat(shownAs(notification -> notification.get("status").textValue()))
                .isEqualTo(expected(this::standing));
        assertThat(shownAs(DemoJourneyIT::dutyToCqc)).isEqualTo(expected(this::standing));
        assertThat(shownAs(notification -> Hub.list(notification.get("deliveries")).stream()
                        .map(delivery -> delivery.get("authority").textValue() + " "
                                + delivery.get("status").textValue())
                        .toList()))
                .isEqualTo(expected(notification -> law.told(notification).stream()
                        .map(authority -> authority + " ACCEPTED")
                        .toList()));
    }

    @Test
    void theReferenceShownIsTheOneThatCqcGave() {
        var told = received("CQC");

        assertThat(told).isNotEmpty();
        assertThat(told)
                .allSatisfy(each ->
                        assertThat(referenceShown(reference(each), "CQC")).isEqualTo(hub.cqcReference(each)));
    }

    @Test
    void everyReferenceThatLfpseGaveIsShownOnce() {
        var shownOfLfpse = received("LFPSE").stream()
                .map(each -> referenceShown(reference(each), "LFPSE"))
                .toList();

        assertThat(shownOfLfpse)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(reference -> assertThat(reference).matches("LFPSE-\\d{8}"));
    }

    @Test
    void theYearCountsEachExposureOnceByItsModality() {
        var inFile = sent.stream()
                .filter(notification -> notification.get("type").textValue().equals("IRMER_SAUE"))
                .collect(groupingBy(
                        notification -> notification.at("/details/modality").textValue(), counting()));
        var total = inFile.values().stream().mapToLong(Long::longValue).sum();
        var year = "/v1/irmer/years/" + reportingYear();

        await().until(() -> hub.get(Part.ANALYTICS, year).get("total").longValue() >= total);
        var report = hub.get(Part.ANALYTICS, year);

        assertThat(report.get("total").longValue()).isEqualTo(total);
        assertThat(report.get("unclassified").intValue()).isZero();
        assertThat(Hub.list(report.get("modalities")).stream()
                        .collect(toMap(
                                modality -> modality.get("modality").textValue(),
                                modality -> modality.get("count").longValue())))
                .isEqualTo(inFile);
    }

    @Test
    void thePageOfFiguresOpensAtOnceAndTheApiStillAsksForAToken() throws IOException, InterruptedException {
        var page = hub.visit(Part.ANALYTICS, "/?year=" + reportingYear());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Demonstration data");
        assertThat(hub.visit(Part.ANALYTICS, "/v1/irmer/years").statusCode()).isEqualTo(401);
    }

    @Test
    void sendingTheFileAgainChangesNothing() {
        var before = received();

        var again = hub.batch(file);
        var marker = hub.submit(Injury.at(Injury.INDEPENDENT, "AFTER-THE-DEMO"));
        hub.awaitStatus(marker, "DISCHARGED");

        assertThat(again.stream().map(DemoJourneyIT::id))
                .containsExactlyElementsOf(
                        answers.stream().map(DemoJourneyIT::id).toList());
        assertThat(again)
                .allSatisfy(answer ->
                        assertThat(answer.get("replayed").booleanValue()).isTrue());
        assertThat(again.stream().map(answer -> hub.notification(id(answer))))
                .containsExactlyInAnyOrderElementsOf(shown.values());
        assertThat(received()).isEqualTo(before);
    }

    private <T> Map<String, T> expected(Function<JsonNode, T> of) {
        return sent.stream().collect(toMap(DemoJourneyIT::reference, of));
    }

    private <T> Map<String, T> shownAs(Function<JsonNode, T> what) {
        return shown.values().stream().collect(toMap(DemoJourneyIT::reference, what));
    }

    private Map<String, List<String>> effects() {
        var received = received();
        return expected(notification -> received.stream()
                .filter(each -> reference(each).equals(reference(notification)))
                .filter(each -> each.get("effect").booleanValue())
                .map(each -> each.get("authority").textValue())
                .sorted()
                .toList());
    }

    /** What the hub sent: each of its requests has an id, and this test's own questions have none. */
    private List<JsonNode> received() {
        return hub.received().stream()
                .filter(each -> shown.containsKey(reference(each)))
                .filter(each -> each.hasNonNull("requestId"))
                .toList();
    }

    private List<JsonNode> received(String authority) {
        return received().stream()
                .filter(each -> each.get("authority").textValue().equals(authority))
                .toList();
    }

    private String referenceShown(String senderReference, String authority) {
        return Hub.list(shown.get(senderReference).get("deliveries")).stream()
                .filter(delivery -> delivery.get("authority").textValue().equals(authority))
                .map(delivery -> delivery.get("reference").textValue())
                .collect(Collectors.joining());
    }

    private String standing(JsonNode notification) {
        return law.isOwed(notification) ? "DISCHARGED" : "NOT_REQUIRED";
    }

    /** The year, from 1 April in London, in which the hub received the demonstration. */
    private String reportingYear() {
        var receivedAt =
                Instant.parse(shown.values().iterator().next().get("receivedAt").textValue());
        var start = LocalDate.ofInstant(receivedAt, ZoneId.of("Europe/London"))
                .minusMonths(3)
                .getYear();
        return "%d-%02d".formatted(start, (start + 1) % 100);
    }

    private static String dutyToCqc(JsonNode notification) {
        return Hub.list(notification.get("duties")).stream()
                .filter(duty -> duty.get("authority").textValue().equals("CQC"))
                .map(duty -> duty.get("status").textValue())
                .collect(Collectors.joining());
    }

    private static String reference(JsonNode node) {
        return node.path("reference").asText();
    }

    private static String id(JsonNode answer) {
        return answer.path("id").asText();
    }
}
