package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.notificationhub.local.reproduce.Verdict;

/** What CQC published of 2023/24, made into notifications, sent through the whole hub and counted again. */
@ExtendWith(HubExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReproduceIT {

    private final Hub hub;
    private CommandLineRun run;
    private List<JsonNode> lines;

    ReproduceIT(Hub hub) {
        this.hub = hub;
    }

    @BeforeAll
    void reproduce() {
        run = run("--json");
        assertThat(run.exit()).as(run.messages()).isEqualTo(HubCommand.DONE);
        lines = Hub.list(Hub.json(run.output()).get("lines"));
    }

    @Test
    void everyFigureThatWasPublishedComesOutAsItWas() {
        assertThat(lines.stream().filter(line -> line.hasNonNull("published")))
                .hasSize(39)
                .allSatisfy(line -> {
                    assertThat(line.get("verdict").textValue()).isEqualTo(Verdict.OK.name());
                    assertThat(line.get("computed")).isEqualTo(line.get("published"));
                });
    }

    @Test
    void whatWasNotPublishedIsMarked() {
        assertThat(lines.stream().filter(line -> !line.hasNonNull("published")))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.get("verdict").textValue()).isEqualTo(Verdict.NOT_PUBLISHED.name()));
    }

    @Test
    void theHeadlinesAreThoseOfTheReport() {
        assertThat(computed("Notifications", "notifications"))
                .isEqualTo(Map.of(
                        "All modalities",
                        819,
                        "Diagnostic imaging",
                        447,
                        "Radiotherapy",
                        244,
                        "Nuclear medicine",
                        128));
        assertThat(computed("Notifications", "%"))
                .containsEntry("Diagnostic imaging", 55)
                .containsEntry("Radiotherapy", 30);
        assertThat(computed("From NHS acute trusts", "%"))
                .containsEntry("Diagnostic imaging", 89)
                .containsEntry("Radiotherapy", 97);
    }

    @Test
    void theSubModalitiesAreThoseOfTheReport() {
        assertThat(computed("Sub-modality, radiotherapy", "notifications"))
                .isEqualTo(Map.of(
                        "External beam therapy", 130,
                        "Planning and verification imaging", 108,
                        "Brachytherapy", 6));
        assertThat(computed("Sub-modality, radiotherapy", "%")).containsEntry("Planning and verification imaging", 44);
        assertThat(computed("Sub-modality, diagnostic imaging", "%"))
                .containsEntry("CT", 65)
                .containsEntry("Plain film X-ray", 25);
    }

    @Test
    void theTiersAreThoseOfTheReport() {
        assertThat(computed("Error, diagnostic imaging", "notifications"))
                .containsEntry("Employer", 2)
                .containsEntry("Referrer", 146)
                .containsEntry("Practitioner", 10)
                .containsEntry("Operator", 183)
                .containsEntry("Equipment", 67)
                .containsEntry("Referrer > Incorrect referral", 100)
                .containsEntry("Referrer > Incorrect referral > Wrong patient", 88)
                .containsEntry("Operator > Pre-exposure checks", 107)
                .containsEntry("The rest", 39);
        assertThat(computed("Error, radiotherapy", "notifications"))
                .isEqualTo(Map.of(
                        "Referrer", 18,
                        "Referrer > Incorrect information", 7,
                        "Referrer > Incorrect information > Failure to cancel a request made in error", 5,
                        "The rest", 226));
    }

    @Test
    void cqcIsToldNothingAgain() {
        assertThat(hub.received())
                .noneMatch(each -> each.path("reference").asText().startsWith("IRMER-2023-24-"));
    }

    @Test
    void doingItAgainChangesNothing() {
        var again = run();

        assertThat(again.exit()).as(again.messages()).isEqualTo(HubCommand.DONE);
        assertThat(again.output()).contains("0 differ");
        assertThat(hub.get(Part.ANALYTICS, "/v1/irmer/years/2023-24")
                        .get("total")
                        .intValue())
                .isEqualTo(819);
    }

    private Map<String, Integer> computed(String of, String unit) {
        return lines.stream()
                .filter(line -> line.get("of").textValue().equals(of))
                .filter(line -> line.get("unit").textValue().equals(unit))
                .filter(line -> line.hasNonNull("computed"))
                .collect(Collectors.toMap(
                        line -> line.get("figure").textValue(),
                        line -> line.get("computed").intValue()));
    }

    private CommandLineRun run(String... more) {
        var arguments = new ArrayList<>(List.of(
                "reproduce",
                "irmer",
                "2023-24",
                "--url",
                hub.local().url(Part.INTAKE),
                "--analytics",
                hub.local().url(Part.ANALYTICS),
                "--data",
                hub.home().state().toString()));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
