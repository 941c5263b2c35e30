package org.notificationhub.irmer.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.notificationhub.irmer.figure.Column;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.FigureTable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The archive and its XML against the rules for spreadsheets of official statistics. */
class OdsFormTest {

    private static final Optional<URI> LICENCE = Optional.of(URI.create("https://licence.example/"));

    private final Document content = xml(SampleBook.book(), "content.xml");

    @Test
    void theMediaTypeComesFirstAndNothingDependsOnACompressor() throws IOException {
        var entries = entries(SampleBook.book());

        assertThat(entries.keySet())
                .extracting(ZipEntry::getName)
                .containsExactly("mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml");
        assertThat(entries.keySet()).allSatisfy(entry -> {
            assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(entry.getExtra()).isNull();
        });
        assertThat(entries.values().iterator().next())
                .asString(UTF_8)
                .isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
    }

    @Test
    void theManifestListsWhatThereIs() {
        var listed =
                texts(xml(SampleBook.book(), "META-INF/manifest.xml"), "manifest:file-entry", "manifest:full-path");

        assertThat(listed).containsExactly("/", "content.xml", "styles.xml", "meta.xml");
    }

    @ParameterizedTest
    @CsvSource({"Asia/Tokyo, ja-JP", "America/Los_Angeles, ar-SA-u-nu-arab", "Europe/Istanbul, tr-TR"})
    void theSameBookIsTheSameBytesWhereverTheMachineStands(String zone, String language) {
        var here = ods(SampleBook.book());
        var usualZone = TimeZone.getDefault();
        var usualLanguage = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(ods(SampleBook.book())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(usualZone);
            Locale.setDefault(usualLanguage);
        }
    }

    @Test
    void theOnlyTimeInItIsThatOfTheFigures() {
        var meta = xml(SampleBook.book(), "meta.xml");

        assertThat(texts(meta, "meta:creation-date")).containsExactly("2024-09-26T08:30:00.123Z");
        assertThat(texts(meta, "dc:date")).containsExactly("2024-09-26T08:30:00.123Z");
    }

    @Test
    void theWorksheetsAreCoverContentsNotesAndOneForEachTable() {
        assertThat(texts(content, "table:table", "table:name"))
                .containsExactly("Cover", "Contents", "Notes", "Table_1", "Table_2");
        assertThat(rows("Cover"))
                .containsExactly(
                        List.of("CT, plain film and \"others\""),
                        List.of("Demonstration data: the events are not real."),
                        List.of("Period: 2023/24"),
                        List.of(
                                "As at: 9:30am on 26 September 2024 (2024-09-26T08:30:00.123Z). What was recorded later is"
                                        + " left out."),
                        List.of("Source: Notifications to the hub"),
                        List.of("Version of the counting rules: rules 1"),
                        List.of("Licence: https://licence.example/"),
                        List.of("Contact: irmer@hub.example"),
                        List.of(
                                "The worksheets are listed in Contents. How it was counted, and what the shorthand means,"
                                        + " is in Notes."));
        assertThat(rows("Contents"))
                .containsExactly(
                        List.of("Contents"),
                        List.of("This worksheet contains one table."),
                        List.of("Worksheet", "Title", "What it shows"),
                        List.of("Table_1", "By modality", "Diagnostic imaging has 55% of notifications."),
                        List.of("Table_2", "By day", "Nothing was notified."));
        assertThat(texts(content, "text:a", "xlink:href")).containsExactly("#Table_1.A1", "#Table_2.A1");
        assertThat(rows("Notes"))
                .contains(
                        List.of("All tables", "A notification counts once, however many people it tells of."),
                        List.of("Table_1", "Percentages are rounded to whole numbers, a half upwards."),
                        List.of("Shorthand [c]", "withheld so that nobody can be recognised"));
    }

    @Test
    void aTableStandsUnderItsTitleAndSaysWhatItShows() {
        assertThat(rows("Table_1"))
                .containsExactly(
                        List.of("Table 1: By modality"),
                        List.of("This worksheet contains one table."),
                        List.of("Diagnostic imaging has 55% of notifications."),
                        List.of("Demonstration data: the events are not real."),
                        List.of("Period: 2023/24. As at 9:30am on 26 September 2024. Notes and shorthand are in the"
                                + " worksheet Notes."),
                        List.of(
                                "Modality code",
                                "Modality",
                                "Count (notifications)",
                                "Share (%)",
                                "Rate per million episodes",
                                "First notified",
                                "Remark"),
                        List.of(
                                "DIAGNOSTIC_IMAGING",
                                "Diagnostic imaging",
                                "1,447",
                                "55",
                                "14.90",
                                "3 April 2023",
                                "CT, and \"plain film\""),
                        List.of(
                                "RADIOTHERAPY",
                                "Radiotherapy",
                                "244 [p]",
                                "30 [r]",
                                "[x]",
                                "29 February 2024 [p]",
                                "two|lines"),
                        List.of("NUCLEAR_MEDICINE", "Médecine nucléaire", "[c]", "[c]", "100.00", "[z]", "[x]"));
    }

    @Test
    void numbersAreNumbersAndDatesAreDates() {
        assertThat(cells("office:value-type", "float"))
                .extracting(cell -> cell.getAttribute("office:value"))
                .containsExactly("1447", "55", "14.90", "244", "30", "100");
        assertThat(cells("office:value-type", "date"))
                .extracting(cell -> cell.getAttribute("office:date-value"))
                .containsExactly("2023-04-03", "2024-02-29");
        assertThat(cells("office:value-type", "string"))
                .allSatisfy(
                        cell -> assertThat(cell.hasAttribute("office:value")).isFalse());
    }

    @Test
    void eachTableIsANamedRangeWithOneHeaderRow() {
        assertThat(texts(content, "table:database-range", "table:target-range-address"))
                .containsExactly(
                        "Contents.A3:Contents.C5",
                        "Notes.A3:Notes.B10",
                        "Table_1.A6:Table_1.G9",
                        "Table_2.A6:Table_2.B6");
        assertThat(texts(content, "table:database-range", "table:name"))
                .containsExactly("contents", "notes", "modalities", "first_days");
        assertThat(elements(content, "table:table-header-rows"))
                .hasSize(4)
                .allSatisfy(header -> assertThat(
                                header.getElementsByTagName("table:table-row").getLength())
                        .isEqualTo(1));
    }

    @Test
    void nothingIsMergedHiddenBlankFilteredOrCalculated() throws IOException {
        var text = new String(entry(SampleBook.book(), "content.xml"), UTF_8);

        assertThat(text)
                .doesNotContain("spanned", "repeated", "covered-table-cell", "visibility", "filter", "table:formula");
        assertThat(elements(content, "table:table-cell"))
                .allSatisfy(cell -> assertThat(cell.getTextContent()).isNotBlank());
        assertThat(entries(SampleBook.book()).keySet())
                .extracting(ZipEntry::getName)
                .doesNotContain("settings.xml");
    }

    @Test
    void everyCellIsArialTwelveAndWrapsAndNothingIsSaidByColour() throws IOException {
        var styles = xml(SampleBook.book(), "styles.xml");
        var fonts = elements(styles, "style:text-properties");

        assertThat(fonts.get(0).getAttribute("style:font-name")).isEqualTo("Arial");
        assertThat(fonts.get(0).getAttribute("fo:font-size")).isEqualTo("12pt");
        assertThat(fonts.subList(1, fonts.size()))
                .noneMatch(font -> font.hasAttribute("style:font-name") || font.hasAttribute("fo:font-size"));
        assertThat(texts(styles, "style:table-cell-properties", "fo:wrap-option"))
                .containsExactly("wrap");
        assertThat(new String(entry(SampleBook.book(), "styles.xml"), UTF_8)).doesNotContain("color");
        assertThat(texts(styles, "style:style", "style:name"))
                .containsAll(texts(content, "table:table-cell", "table:style-name").stream()
                        .filter(name -> !name.startsWith("cell-"))
                        .toList());
    }

    @Test
    void everyFormatThatACellNamesIsThere() {
        assertThat(texts(content, "style:style", "style:name"))
                .containsAll(texts(content, "table:table-cell", "table:style-name").stream()
                        .filter(name -> name.startsWith("cell-"))
                        .toList());
        assertThat(texts(content, "style:style", "style:data-style-name").stream()
                        .filter(name -> !name.isEmpty()))
                .containsExactly(
                        "format-date",
                        "format-date-provisional",
                        "format-number-0",
                        "format-number-0-provisional",
                        "format-number-0-revised",
                        "format-number-2");
    }

    @Test
    void twoColumnsCannotHaveOneHeading() {
        var table = new FigureTable(
                "twice",
                "Twice",
                "Nothing.",
                List.of(Column.code("a", "Code"), Column.code("b", "Code")),
                List.of(),
                List.of());
        var book = SampleBook.of("Twice", table);

        assertThatIllegalArgumentException().isThrownBy(() -> ods(book)).withMessageContaining("twice");
    }

    @Test
    void spacesAndLineBreaksOfATextAreKept() {
        var document = xml(SampleBook.saying("  two\tand  three \nlines"), "content.xml");
        var cell = elements(document, "table:table-cell").stream()
                .filter(each -> each.getTextContent().contains("three"))
                .findFirst()
                .orElseThrow();

        assertThat(paragraphs(cell)).isEqualTo("  two\tand  three |lines");
    }

    private List<List<String>> rows(String sheet) {
        var table = elements(content, "table:table").stream()
                .filter(each -> each.getAttribute("table:name").equals(sheet))
                .findFirst()
                .orElseThrow();
        return all(table.getElementsByTagName("table:table-row")).stream()
                .map(row -> all(row.getElementsByTagName("table:table-cell")).stream()
                        .map(OdsFormTest::paragraphs)
                        .toList())
                .toList();
    }

    private List<Element> cells(String attribute, String value) {
        return elements(content, "table:table-cell").stream()
                .filter(cell -> cell.getAttribute(attribute).equals(value))
                .toList();
    }

    /** As a reader of the spreadsheet makes of it: lines parted by a bar. */
    static String paragraphs(Element cell) {
        return String.join(
                "|",
                all(cell.getElementsByTagName("text:p")).stream()
                        .map(OdsFormTest::spaces)
                        .toList());
    }

    private static String spaces(Element paragraph) {
        var text = new StringBuilder();
        var parts = paragraph.getChildNodes();
        for (var part = 0; part < parts.getLength(); part++) {
            text.append(
                    switch (parts.item(part).getNodeName()) {
                        case "text:s" -> " ";
                        case "text:tab" -> "\t";
                        default -> parts.item(part).getTextContent().replaceAll("\\s+", " ");
                    });
        }
        return text.toString();
    }

    static byte[] ods(FigureBook book) {
        return new OdsForm(LICENCE).write(book);
    }

    static Document xml(FigureBook book, String name) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(entry(book, name)));
        } catch (Exception e) {
            throw new AssertionError(name + " is no XML", e);
        }
    }

    private static byte[] entry(FigureBook book, String name) throws IOException {
        return entries(book).entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static Map<ZipEntry, byte[]> entries(FigureBook book) throws IOException {
        var entries = new LinkedHashMap<ZipEntry, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(ods(book)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry, zip.readAllBytes());
            }
        }
        return entries;
    }

    static List<Element> elements(Document document, String name) {
        return all(document.getElementsByTagName(name));
    }

    private static List<Element> all(NodeList nodes) {
        var elements = new ArrayList<Element>();
        for (var node = 0; node < nodes.getLength(); node++) {
            elements.add((Element) nodes.item(node));
        }
        return elements;
    }

    private static List<String> texts(Document document, String element, String attribute) {
        return elements(document, element).stream()
                .map(each -> each.getAttribute(attribute))
                .toList();
    }

    private static List<String> texts(Document document, String element) {
        return elements(document, element).stream().map(Element::getTextContent).toList();
    }
}
