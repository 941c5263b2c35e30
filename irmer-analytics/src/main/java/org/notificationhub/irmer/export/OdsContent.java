package org.notificationhub.irmer.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.notificationhub.irmer.export.Sheet.Grid;
import org.notificationhub.irmer.export.Sheet.Width;
import org.notificationhub.irmer.figure.Value;

/** The {@code content.xml} of a spreadsheet (OpenDocument 1.2, part 1). No cell has a formula, whatever it holds. */
final class OdsContent {

    private final List<Sheet> sheets;
    private final OdsXml xml;

    private OdsContent(List<Sheet> sheets, OdsXml xml) {
        this.sheets = sheets;
        this.xml = xml;
    }

    static byte[] of(List<Sheet> sheets) {
        return OdsXml.document(
                "office:document-content", xml -> new OdsContent(sheets, xml).write(), "office:version", "1.2");
    }

    private void write() throws XMLStreamException {
        styles();
        xml.open("office:body").open("office:spreadsheet");
        for (var sheet : sheets) {
            sheet(sheet);
        }
        ranges();
    }

    private void styles() throws XMLStreamException {
        xml.open("office:automatic-styles");
        for (var width : Width.values()) {
            xml.open("style:style", "style:name", width.name(), "style:family", "table-column");
            xml.empty("style:table-column-properties", "style:column-width", width.measure());
            xml.close();
        }
        xml.open("style:style", "style:name", "row", "style:family", "table-row");
        xml.empty("style:table-row-properties", "style:use-optimal-row-height", "true");
        xml.close();
        for (var format : formats()) {
            format.write(xml);
        }
        xml.close();
    }

    private SortedSet<OdsFormat> formats() {
        var formats = new TreeSet<OdsFormat>();
        for (var sheet : sheets) {
            if (sheet.table() != null) {
                formats.addAll(sheet.table().formats());
            }
        }
        return formats;
    }

    private void sheet(Sheet sheet) throws XMLStreamException {
        xml.open("table:table", "table:name", sheet.name());
        if (sheet.table() == null) {
            xml.empty("table:table-column", "table:style-name", Width.WORDS.name());
        } else {
            for (var heading : sheet.table().header()) {
                xml.empty(
                        "table:table-column",
                        "table:style-name",
                        heading.width().name());
            }
        }
        for (var line = 0; line < sheet.lines().size(); line++) {
            row();
            text(sheet.lines().get(line), line == 0 ? "Heading_20_1" : "Text");
            xml.close();
        }
        if (sheet.table() != null) {
            grid(sheet.table());
        }
        xml.close();
    }

    private void grid(Grid grid) throws XMLStreamException {
        xml.open("table:table-header-rows");
        row();
        for (var heading : grid.header()) {
            text(heading.text(), heading.width() == Width.NUMBER ? "Number_20_header" : "Header");
        }
        xml.close().close();
        for (var row : grid.rows()) {
            row();
            for (var column = 0; column < row.size(); column++) {
                var heading = grid.header().get(column);
                if (heading.leads()) {
                    link(row.get(column).content().toString());
                } else {
                    cell(row.get(column), grid.format(row.get(column), column), heading.width());
                }
            }
            xml.close();
        }
    }

    private void link(String sheet) throws XMLStreamException {
        xml.open("table:table-cell", "table:style-name", "Text", "office:value-type", "string");
        xml.open("text:p").open("text:a", "xlink:type", "simple", "xlink:href", "#" + sheet + ".A1");
        xml.text(sheet).close().close().close();
    }

    private void row() throws XMLStreamException {
        xml.open("table:table-row", "table:style-name", "row");
    }

    private void cell(Value value, OdsFormat format, Width width) throws XMLStreamException {
        if (value.content() == null) {
            text(value.mark().mark(), width == Width.NUMBER ? "Number" : "Text");
        } else if (format == null) {
            var mark = value.mark() == null ? "" : " " + value.mark().mark();
            text(value.content() + mark, "Text");
        } else if (value.content() instanceof LocalDate day) {
            typed("date", "office:date-value", day.toString(), value, format);
        } else {
            typed("float", "office:value", exact(value.content()), value, format);
        }
    }

    private void typed(String type, String attribute, String exact, Value value, OdsFormat format)
            throws XMLStreamException {
        xml.open(
                "table:table-cell",
                "table:style-name",
                format.cellStyle(),
                "office:value-type",
                type,
                attribute,
                exact);
        xml.paragraphs(format.shown(value.content())).close();
    }

    private void text(String text, String style) throws XMLStreamException {
        xml.open("table:table-cell", "table:style-name", style, "office:value-type", "string");
        xml.paragraphs(text).close();
    }

    private static String exact(Object number) {
        return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }

    /** The tables have names by which other programs find them. */
    private void ranges() throws XMLStreamException {
        xml.open("table:database-ranges");
        for (var sheet : sheets) {
            if (sheet.table() != null) {
                xml.empty(
                        "table:database-range",
                        "table:name",
                        sheet.table().name(),
                        "table:target-range-address",
                        sheet.address(),
                        "table:contains-header",
                        "true");
            }
        }
        xml.close();
    }
}
