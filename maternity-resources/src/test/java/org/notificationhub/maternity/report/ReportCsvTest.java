package org.notificationhub.maternity.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.notificationhub.maternity.report.BrokenReference.Trouble;
import org.notificationhub.maternity.report.DueReview.Kind;

class ReportCsvTest {

    @Test
    void aCellThatASpreadsheetWouldCalculateIsText() {
        var csv = ReportCsv.reviews(List.of(
                new DueReview(Kind.EXAMPLE, "a-resource", "here", "=HYPERLINK(\"x\")", LocalDate.parse("2027-01-01"))));

        assertThat(csv).isEqualTo("""
                kind,resource,place,title,due\r
                EXAMPLE,a-resource,here,"'=HYPERLINK(""x"")",2027-01-01\r
                """);
    }

    @Test
    void aCellWithACommaIsQuotedAndSeveralResourcesAreOneCell() {
        var csv = ReportCsv.references(List.of(
                new BrokenReference(Trouble.SUPERSEDED, "old", "Title, first", "Cite new.", List.of("one", "two"))));

        assertThat(csv).isEqualTo("""
                trouble,reference,title,todo,cited_by\r
                SUPERSEDED,old,"Title, first",Cite new.,one two\r
                """);
    }

    @Test
    void nothingToDoIsAHeaderRow() {
        assertThat(ReportCsv.reviews(List.of())).isEqualTo("kind,resource,place,title,due\r\n");
    }
}
