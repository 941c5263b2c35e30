package org.notificationhub.maternity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecordedVersionsTest {

    private static final Path CONTENT = Path.of("src/main/resources/content");

    /** {@code -Dcontent.record} records the versions that are not recorded yet, and touches no other. */
    @Test
    void everyVersionIsRecordedAsItIs() throws IOException {
        if (System.getProperty("content.record") != null) {
            record(ContentReader.read(CONTENT));
        }

        var content = ContentReader.read(CONTENT);

        assertThat(content.recorded())
                .containsExactlyInAnyOrderElementsOf(
                        versions(content).map(RecordedVersion::of).toList());
    }

    private static void record(Content content) throws IOException {
        var lines = versions(content)
                .filter(version -> content.recorded().stream().noneMatch(line -> line.isOf(version)))
                .map(RecordedVersion::of)
                .map(line -> "- { resource: %s, version: %d, fingerprint: \"%s\" }%n"
                        .formatted(line.resource(), line.version(), line.fingerprint()))
                .collect(Collectors.joining());
        var file = CONTENT.resolve(ContentFiles.RECORDED);
        Files.writeString(file, Files.readString(file).replace("[]\n", "") + lines);
    }

    private static Stream<Resource> versions(Content content) {
        return Stream.concat(content.earlier().stream(), content.resources().stream());
    }
}
