package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookKeyTest {

    @Test
    void aKeyIsMadeOnceAndKept(@TempDir Path directory, @TempDir Path another) {
        var key = WebhookKey.in(directory);

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(WebhookKey.in(directory)).isEqualTo(key);
        assertThat(WebhookKey.in(another)).isNotEqualTo(key);
    }
}
