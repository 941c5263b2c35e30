package org.notificationhub.irmer.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.notificationhub.events.WireJson;
import org.notificationhub.irmer.figure.Forms;

/**
 * The archive that a spreadsheet is (OpenDocument 1.2, part 3). The media type comes first. Nothing is compressed, for
 * releases of zlib differ in the bytes they make; nothing tells when it was made but the figures' own time.
 */
final class OdsPackage {

    /** As good as none. The very first second of an archive's calendar would be written with the machine's time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final List<String> LISTED = List.of("content.xml", "styles.xml", "meta.xml");

    private OdsPackage() {}

    static byte[] of(String title, Instant asOf, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add("mimetype", Forms.ODS.getBytes(StandardCharsets.US_ASCII), zip);
            add("content.xml", content, zip);
            add("styles.xml", styles(), zip);
            add("meta.xml", meta(title, asOf), zip);
            add("META-INF/manifest.xml", manifest(), zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(String name, byte[] content, ZipOutputStream zip) throws IOException {
        var entry = new ZipEntry(name);
        var checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] styles() throws IOException {
        try (var file = OdsPackage.class.getResourceAsStream("styles.xml")) {
            return file.readAllBytes();
        }
    }

    private static byte[] meta(String title, Instant asOf) {
        return OdsXml.document(
                "office:document-meta",
                xml -> {
                    xml.open("office:meta");
                    xml.element("meta:generator", "Statutory Notification Hub");
                    xml.element("dc:title", title);
                    xml.element("meta:creation-date", WireJson.format(asOf));
                    xml.element("dc:date", WireJson.format(asOf));
                    xml.element("dc:language", "en-GB");
                },
                "office:version",
                "1.2");
    }

    private static byte[] manifest() {
        return OdsXml.document(
                "manifest:manifest",
                xml -> {
                    listed("/", Forms.ODS, xml);
                    for (var name : LISTED) {
                        listed(name, "text/xml", xml);
                    }
                },
                "manifest:version",
                "1.2");
    }

    private static void listed(String path, String mediaType, OdsXml xml) throws XMLStreamException {
        xml.empty("manifest:file-entry", "manifest:full-path", path, "manifest:media-type", mediaType);
    }
}
