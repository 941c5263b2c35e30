package org.notificationhub.irmer.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFormTest {

    @Test
    void whatIsMissingIsEmptyAndItsStatusSaysWhy() {
        assertThat(csv(false))
                .isEqualTo(String.join(
                        "\r\n",
                        "modality,modality_label,count,count_status,percent,percent_status,per_million,per_million_status,"
                                + "first_notified,first_notified_status,remark,remark_status",
                        "DIAGNOSTIC_IMAGING,Diagnostic imaging,1447,,55,,14.90,,2023-04-03,,\"CT, and \"\"plain film\"\"\",",
                        "RADIOTHERAPY,Radiotherapy,244,[p],30,[r],,[x],2024-02-29,[p],\"two\r\nlines\",",
                        "NUCLEAR_MEDICINE,Médecine nucléaire,,[c],,[c],100,,,[z],,[x]",
                        ""));
    }

    @Test
    void theByteOrderMarkIsOnlyThereWhereItIsAskedFor() {
        assertThat(csv(true)).isEqualTo("\uFEFF" + csv(false));
    }

    @Test
    void aTableWithoutRowsHasItsColumns() {
        assertThat(new String(CsvForm.write(SampleBook.book().tables().get(1), false), UTF_8))
                .isEqualTo("day,day_status,count,count_status\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void whatASpreadsheetWouldCalculateGetsAnApostrophe(String text) {
        var row = CsvColumn.of(SampleBook.saying(text).tables().get(0)).stream()
                .map(column -> column.cell(
                        SampleBook.saying(text).tables().get(0).rows().get(0)))
                .toList();

        assertThat(row).containsExactly("'" + text, "'" + text, "-1", "", "'" + text, "[r]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "'quoted'", "100+", " =1"})
    void otherTextStaysAsItIs(String text) {
        var table = SampleBook.saying(text).tables().get(0);

        assertThat(new String(CsvForm.write(table, false), UTF_8)).contains("\r\n" + text + "," + text + ",-1,,");
    }

    private static String csv(boolean byteOrderMark) {
        return new String(CsvForm.write(SampleBook.book().tables().get(0), byteOrderMark), UTF_8);
    }
}
