package org.notificationhub.http;

import io.quarkus.qute.TemplateGlobal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** Where every page finds its styles. A browser keeps them for a day, so other content has another address. */
class Stylesheet {

    private static final String FILE = "/assets/hub.css";

    @TemplateGlobal(name = "stylesheet")
    static final String ADDRESS = FILE + "?" + Long.toHexString(checksum());

    private Stylesheet() {}

    private static long checksum() {
        try (var file = Stylesheet.class.getResourceAsStream("/META-INF/resources" + FILE)) {
            var checksum = new CRC32();
            checksum.update(file.readAllBytes());
            return checksum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
