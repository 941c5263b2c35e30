package org.notificationhub.maternity.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content as it is, in a folder of its own, where one thing at a time can be broken. */
final class BrokenContent {

    private static final Path CONTENT = Path.of("src/main/resources/content");

    private final Path folder;

    private BrokenContent(Path folder) {
        this.folder = folder;
    }

    static BrokenContent in(Path folder) {
        try (var files = Files.walk(CONTENT)) {
            for (var file : files.toList()) {
                var copy = folder.resolve(CONTENT.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BrokenContent(folder);
    }

    /** The first place in the file where {@code is} stands. */
    BrokenContent with(String file, String is, String shouldBe) throws IOException {
        var text = Files.readString(folder.resolve(file));
        if (!text.contains(is)) {
            throw new AssertionError(file + " does not say: " + is);
        }
        var at = text.indexOf(is);
        Files.writeString(folder.resolve(file), text.substring(0, at) + shouldBe + text.substring(at + is.length()));
        return this;
    }

    BrokenContent without(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    BrokenContent moved(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to).getParent());
        Files.copy(folder.resolve(from), folder.resolve(to));
        return this;
    }

    Content read() {
        return ContentReader.read(folder);
    }
}
