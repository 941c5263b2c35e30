package org.notificationhub.irmer.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the XML of an OpenDocument: attributes in the order given, and the same bytes for the same calls. */
final class OdsXml {

    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String[] NAMESPACES = {
        "office", OASIS + "office:1.0",
        "style", OASIS + "style:1.0",
        "text", OASIS + "text:1.0",
        "table", OASIS + "table:1.0",
        "number", OASIS + "datastyle:1.0",
        "fo", OASIS + "xsl-fo-compatible:1.0",
        "svg", OASIS + "svg-compatible:1.0",
        "meta", OASIS + "meta:1.0",
        "manifest", OASIS + "manifest:1.0",
        "dc", "http://purl.org/dc/elements/1.1/",
        "xlink", "http://www.w3.org/1999/xlink",
    };

    /** What XML 1.0 has no way to write. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    private OdsXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** What goes into a document. */
    interface Body {
        void write(OdsXml xml) throws XMLStreamException;
    }

    /** @param attributes of the root, name and value in turn */
    static byte[] document(String root, Body body, String... attributes) {
        var bytes = new ByteArrayOutputStream();
        try {
            // Not the writer that happens to be on the class path: another might write other bytes.
            var writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            var xml = new OdsXml(writer);
            writer.writeStartDocument("UTF-8", "1.0");
            writer.writeStartElement(root);
            for (var each = 0; each < NAMESPACES.length; each += 2) {
                writer.writeNamespace(NAMESPACES[each], NAMESPACES[each + 1]);
            }
            xml.attributes(attributes);
            body.write(xml);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    /** @param attributes name and value in turn */
    OdsXml open(String element, String... attributes) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(attributes);
        return this;
    }

    OdsXml close() throws XMLStreamException {
        xml.writeEndElement();
        return this;
    }

    OdsXml empty(String element, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(element);
        attributes(attributes);
        return this;
    }

    OdsXml text(String text) throws XMLStreamException {
        xml.writeCharacters(UNWRITABLE.matcher(text).replaceAll("\uFFFD"));
        return this;
    }

    OdsXml element(String element, String text) throws XMLStreamException {
        return open(element).text(text).close();
    }

    /** A paragraph for each line. Readers fold spaces, so all but single ones between words are written as elements. */
    OdsXml paragraphs(String text) throws XMLStreamException {
        for (var line : text.split("\\R", -1)) {
            open("text:p");
            for (var position = 0; position < line.length(); position++) {
                position = spaced(line, position);
            }
            close();
        }
        return this;
    }

    /** Writes what begins at a position, and answers with the last position that was written. */
    private int spaced(String line, int from) throws XMLStreamException {
        if (line.charAt(from) == '\t') {
            empty("text:tab");
            return from;
        }
        if (line.charAt(from) == ' ' && folded(line, from)) {
            empty("text:s");
            return from;
        }
        var end = from + 1;
        while (end < line.length() && line.charAt(end) != '\t' && !(line.charAt(end) == ' ' && folded(line, end))) {
            end++;
        }
        text(line.substring(from, end));
        return end - 1;
    }

    private static boolean folded(String line, int space) {
        return space == 0
                || space == line.length() - 1
                || line.charAt(space - 1) == ' '
                || line.charAt(space - 1) == '\t';
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (var each = 0; each < attributes.length; each += 2) {
            xml.writeAttribute(
                    attributes[each], UNWRITABLE.matcher(attributes[each + 1]).replaceAll("\uFFFD"));
        }
    }
}
