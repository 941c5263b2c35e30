package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationFileTest {

    @TempDir
    private Path directory;

    @Test
    void linesAreSentAsTheyStandAlsoBadOnes() throws IOException {
        var lines = "{\"reference\":\"A\"}\n{ this is not JSON\n{\"reference\" : \"B\"}";

        var file = NotificationFile.of(given(lines));

        assertThat(text(file)).isEqualTo(lines);
        assertThat(file.lines()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"reference\":\"A\"},{\"reference\":\"B\"}]",
                "[\n  {\n    \"reference\": \"A\"\n  },\n  {\n    \"reference\": \"B\"\n  }\n]\n",
                "{\n  \"reference\": \"A\"\n}\n{\n  \"reference\": \"B\"\n}\n"
            })
    void documentsBecomeALineEach(String documents) throws IOException {
        var file = NotificationFile.of(given(documents));

        assertThat(text(file)).isEqualTo("{\"reference\":\"A\"}\n{\"reference\":\"B\"}\n");
        assertThat(file.lines()).isEqualTo(2);
    }

    @Test
    void whatIsNoJsonAtAllIsLeftForIntakeToRefuse() throws IOException {
        assertThat(text(NotificationFile.of(given("type;reference\nx;y\n")))).isEqualTo("type;reference\nx;y\n");
    }

    @Test
    void nothingIsNoLines() throws IOException {
        assertThat(NotificationFile.of(given("")).lines()).isZero();
    }

    @Test
    void standardInputIsReadLikeAFile() throws IOException {
        var input = new ByteArrayInputStream("{\"reference\":\"A\"}\n".getBytes(StandardCharsets.UTF_8));

        assertThat(text(NotificationFile.of(input))).isEqualTo("{\"reference\":\"A\"}\n");
    }

    private Path given(String text) throws IOException {
        return Files.writeString(directory.resolve("notifications"), text);
    }

    private static String text(NotificationFile file) throws IOException {
        try (var in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
