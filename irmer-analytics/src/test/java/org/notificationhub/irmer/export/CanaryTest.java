package org.notificationhub.irmer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.notificationhub.irmer.export.OdsFormTest.elements;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from outside, such as a provider's id or a code that somebody made up, in a cell of each form. */
class CanaryTest {

    private static final String FORMULA = "^[=+\\-@\\t\\r].*";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-2+3",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "\t=1+1",
                "\r=1+1",
                "\"=1+1\"",
                "a\",=1+1,\"b",
                "a\r\n=1+1,b",
                "</text:p><table:table-cell table:formula=\"of:=1\"/>",
                "]]>&amp;<!--",
            })
    void noTextBecomesAFormulaOrACellOfItsOwn(String canary) throws IOException {
        var book = SampleBook.saying(canary);
        var table = book.tables().get(0);

        try (MappingIterator<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(CsvForm.write(table, false))) {
            var header = rows.next();
            var row = rows.next();
            assertThat(row).hasSameSizeAs(header);
            assertThat(row[0]).doesNotMatch("(?s)" + FORMULA).endsWith(canary);
            assertThat(row[1]).isEqualTo(row[0]);
            assertThat(rows.hasNext()).isFalse();
        }
        assertThat(elements(OdsFormTest.xml(book, "content.xml"), "table:table-cell"))
                .noneMatch(cell -> cell.hasAttribute("table:formula"))
                .filteredOn(cell -> OdsFormTest.paragraphs(cell).equals(canary.replaceAll("\\R", "|")))
                .hasSize(2)
                .allMatch(cell -> cell.getAttribute("office:value-type").equals("string"));
        assertThat(new ObjectMapper()
                        .readTree(new JsonForm(Optional.empty()).write(book))
                        .at("/tables/0/rows/0/code")
                        .asText())
                .isEqualTo(canary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\u0000", "bell\u0007", "\uFFFE", "\uD800"})
    void whatXmlCannotWriteIsReplaced(String canary) {
        var cells = elements(OdsFormTest.xml(SampleBook.saying(canary), "content.xml"), "table:table-cell");

        assertThat(cells)
                .filteredOn(cell -> cell.getTextContent().endsWith("\uFFFD"))
                .hasSize(2);
    }
}
