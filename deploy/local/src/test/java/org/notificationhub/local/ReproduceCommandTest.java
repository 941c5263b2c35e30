package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.local.reproduce.FigureFiles;
import org.notificationhub.local.reproduce.MakeNotifications;
import org.notificationhub.local.reproduce.ReportingYear;
import picocli.CommandLine.ExitCode;

class ReproduceCommandTest {

    private static final String YEAR = "/v1/irmer/years/2023-24";

    @TempDir
    private Path directory;

    private final StubService hub = new StubService();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void figuresThatDoNotAddUpAreRefusedWithTheirPlaceBeforeAnythingIsAsked() throws IOException {
        var file = Files.writeString(directory.resolve("mine.csv"), """
                year,modality,sub_modality,tier1,tier2,tier3,count
                2022/23,diagnostic,,Operator,,,5
                2022/23,diagnostic,,Operator,Patient checks,,2
                2022/23,diagnostic,,Operator,Authorisation,,2
                """);

        var run = run("2022-23", file.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.messages())
                .contains(file + ", line 3: Diagnostic imaging > Operator: lines 3 to 4 sum to 4, but in " + file
                        + " line 2 says 5");
        assertThat(hub.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023", "2023-25", "last", "2098-99"})
    void aYearThatIsNoneOrHasNotEndedIsWrongUse(String year) {
        var run = run(year);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(hub.asked()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsWrongUse() {
        var run = run("2023-24", directory.resolve("nowhere.csv").toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.messages()).contains("There is no file to read at");
    }

    @Test
    void aYearThatHoldsNotificationsOfOthersIsNotAddedTo() throws IOException {
        hub.answers("GET " + YEAR, "{\"total\": 5}");
        hub.answers("GET /v1/notifications?reference=" + firstReference(), "{\"items\": []}");

        var run = run("2023-24");

        assertThat(run.exit()).isEqualTo(HubCommand.FAILED);
        assertThat(run.messages()).contains("already counts 5 notifications in 2023/24", "./hub up --fresh");
        assertThat(hub.asked()).extracting(StubService.Asked::what).allMatch(what -> what.startsWith("GET "));
    }

    @Test
    void aYearThatHoldsMoreThanOursIsNotCompared() throws IOException {
        hub.answers("GET " + YEAR, "{\"total\": 820}");
        hub.answers("GET /v1/notifications?reference=" + firstReference(), "{\"items\": [{}]}");

        assertThat(run("2023-24").exit()).isEqualTo(HubCommand.FAILED);
        assertThat(hub.asked()).extracting(StubService.Asked::what).allMatch(what -> what.startsWith("GET "));
    }

    private static String firstReference() throws IOException {
        var margins = new FigureFiles(new ReportingYear(2023), List.of()).margins();
        return new MakeNotifications(margins).all().get(0).reference();
    }

    private CommandLineRun run(String... more) {
        var first = Stream.of("reproduce", "irmer", "--url", hub.url(), "--analytics", hub.url(), "--token", "secret");
        return CommandLineRun.of(Stream.concat(first, Stream.of(more)).toArray(String[]::new));
    }
}
