package org.notificationhub.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.notificationhub.local.reproduce.FigureFiles;
import org.notificationhub.local.reproduce.Margins;
import org.notificationhub.local.reproduce.MarginsRefused;
import org.notificationhub.local.reproduce.ReportingYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub reproduce}. */
@Command(
        name = "reproduce",
        description = {
            "Make a year of IR(ME)R notifications that carry CQC's published figures, send them through the hub, have them"
                    + " reviewed, and print what was published beside what the hub computed.",
            "Doing it again sends nothing new. Ends with 1 where a figure differs."
        },
        mixinStandardHelpOptions = true)
final class ReproduceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private HubAccess access;

    @Parameters(index = "0", paramLabel = "WHAT", description = "irmer: the annual figures of IR(ME)R notifications.")
    private What what;

    @Parameters(index = "1", paramLabel = "YEAR", description = "A reporting year such as 2023-24.")
    private String year;

    @Parameters(
            index = "2..*",
            paramLabel = "CSV",
            description =
                    "Figures of the year, in the shape of those that are shipped (deploy/local/src/main/resources/irmer)."
                            + " They must add up.")
    private List<Path> files = List.of();

    @Option(
            names = "--analytics",
            description = "irmer-analytics, where --url names an intake that is not on this machine.")
    private String analyticsUrl;

    @Option(names = "--json", description = "Print the comparison as JSON.")
    private boolean json;

    enum What {
        irmer
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var reportingYear = year();
        try {
            var figures = new FigureFiles(reportingYear, existing());
            var margins = figures.margins();
            sayWhatIsMade(figures, margins);
            return reproduce(figures, margins);
        } catch (MarginsRefused e) {
            Terminal.error("These figures of %s do not add up, or cannot be read:".formatted(reportingYear));
            e.faults().forEach(fault -> Terminal.say("  " + fault));
            return ExitCode.USAGE;
        }
    }

    private Integer reproduce(FigureFiles figures, Margins margins) throws IOException, InterruptedException {
        var token = access.token("notifications:write notifications:read analytics:read analytics:write");
        var analytics = analyticsUrl != null ? analyticsUrl : RunningHub.url(access.home(), Part.ANALYTICS);
        var comparison = new Reproduction(access.url(Part.INTAKE), analytics, token).of(figures, margins);
        System.out.print(
                json ? new ObjectMapper().writeValueAsString(comparison) + "\n" : ComparisonText.of(comparison));
        return comparison.isReproduced() ? HubCommand.DONE : HubCommand.FAILED;
    }

    private ReportingYear year() {
        var parsed = ReportingYear.parse(year)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), "'%s' is no reporting year. Use one such as 2023-24".formatted(year)));
        if (!parsed.last().isBefore(Clock.systemUTC().instant())) {
            throw new ParameterException(
                    command.commandLine(),
                    "%s has not ended, and nothing can be notified in the future".formatted(parsed));
        }
        return parsed;
    }

    private List<Path> existing() {
        for (var file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new ParameterException(command.commandLine(), "There is no file to read at " + file);
            }
        }
        return files;
    }

    private static void sayWhatIsMade(FigureFiles figures, Margins margins) {
        Terminal.say("%d notifications of %s, from %s"
                .formatted(margins.size(), margins.year(), String.join(", ", figures.names())));
        figures.otherTotal()
                .filter(total -> total != margins.size())
                .ifPresent(total -> Terminal.say("CQC published %d for all of %s; these files say %d and are followed"
                        .formatted(total, margins.year(), margins.size())));
        Terminal.say(
                "Tiers, sub-modalities and employers are drawn apart: no published table crosses one with another");
    }
}
