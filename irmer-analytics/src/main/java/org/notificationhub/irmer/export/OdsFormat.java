package org.notificationhub.irmer.export;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.figure.Value;
import org.notificationhub.words.LondonTime;

/**
 * How a number or a date is shown. A mark is part of what is shown and not of the value, so a provisional number stays a
 * number.
 *
 * @param decimals of numbers; negative for a date
 * @param mark null where there is none
 */
record OdsFormat(int decimals, Shorthand mark) implements Comparable<OdsFormat> {

    private static final int DATE = -1;
    private static final DecimalFormatSymbols ENGLISH = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    /** Null for text and for what is missing; {@code decimals} are those of a number's column. */
    static OdsFormat of(Value value, int decimals) {
        if (value.content() instanceof Number) {
            return new OdsFormat(decimals, value.mark());
        }
        return value.content() instanceof LocalDate ? new OdsFormat(DATE, value.mark()) : null;
    }

    String cellStyle() {
        return "cell-" + name();
    }

    /** What the reader sees, for programs that do not format by themselves. */
    String shown(Object content) {
        var text = content instanceof LocalDate day ? LondonTime.of(day) : number(content);
        return mark == null ? text : text + " " + mark.mark();
    }

    void write(OdsXml xml) throws XMLStreamException {
        if (decimals == DATE) {
            xml.open(
                    "number:date-style",
                    "style:name",
                    "format-" + name(),
                    "number:language",
                    "en",
                    "number:country",
                    "GB");
            date(xml);
        } else {
            xml.open("number:number-style", "style:name", "format-" + name());
            xml.empty(
                    "number:number",
                    "number:decimal-places",
                    Integer.toString(decimals),
                    "number:min-integer-digits",
                    "1",
                    "number:grouping",
                    "true");
        }
        if (mark != null) {
            xml.element("number:text", " " + mark.mark());
        }
        xml.close();
        xml.empty(
                "style:style",
                "style:name",
                cellStyle(),
                "style:family",
                "table-cell",
                "style:parent-style-name",
                "Number",
                "style:data-style-name",
                "format-" + name());
    }

    private static void date(OdsXml xml) throws XMLStreamException {
        xml.empty("number:day");
        xml.element("number:text", " ");
        xml.empty("number:month", "number:style", "long", "number:textual", "true");
        xml.element("number:text", " ");
        xml.empty("number:year", "number:style", "long");
    }

    private String number(Object content) {
        var format = new DecimalFormat(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals), ENGLISH);
        return format.format(content instanceof BigDecimal exact ? exact : ((Number) content).longValue());
    }

    private String name() {
        var kind = decimals == DATE ? "date" : "number-" + decimals;
        return mark == null ? kind : kind + "-" + mark.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(OdsFormat other) {
        return name().compareTo(other.name());
    }
}
