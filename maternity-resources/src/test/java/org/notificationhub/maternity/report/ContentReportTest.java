package org.notificationhub.maternity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.notificationhub.maternity.catalogue.ContentReader;

class ContentReportTest {

    private static final Path REPORT = Path.of("target/content-report.txt");

    /** What an editor reads after a build, with what is due in the coming three months. */
    @Test
    void theBuildLeavesAReportForEditors() throws IOException {
        var content = ContentReader.read();
        var today = LocalDate.now(Clock.system(ZoneId.of("Europe/London")));
        var soon = today.plusMonths(3);
        var due = ReviewReport.dueBy(soon, content.resources());
        var references = ReferenceReport.on(today, content);

        Files.writeString(REPORT, """
                To be read again by %s: %d
                %s
                References that need an editor on %s: %d
                %s""".formatted(
                        soon,
                        due.size(),
                        due.stream().map(ContentReportTest::line).collect(Collectors.joining()),
                        today,
                        references.size(),
                        references.stream().map(ContentReportTest::line).collect(Collectors.joining())));

        assertThat(Files.readString(REPORT))
                .contains("To be read again by " + soon)
                .contains(references.stream().map(BrokenReference::reference).toList());
    }

    private static String line(DueReview review) {
        return "  %s  %s %s %s%n".formatted(review.due(), review.kind(), review.resource(), review.place());
    }

    private static String line(BrokenReference broken) {
        return "  %-12s %s: %s %s%n".formatted(broken.trouble(), broken.reference(), broken.todo(), broken.citedBy());
    }
}
