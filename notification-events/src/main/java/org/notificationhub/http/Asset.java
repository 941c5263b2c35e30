package org.notificationhub.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** A file beside the pages. A browser keeps it for a day, so other content has another address. */
public final class Asset {

    private Asset() {}

    /** @param file such as {@code /assets/hub.css}, in the classpath under {@code META-INF/resources} */
    public static String address(String file) {
        return file + "?" + Long.toHexString(checksum(file));
    }

    private static long checksum(String file) {
        try (var content = Asset.class.getResourceAsStream("/META-INF/resources" + file)) {
            var checksum = new CRC32();
            checksum.update(content.readAllBytes());
            return checksum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
