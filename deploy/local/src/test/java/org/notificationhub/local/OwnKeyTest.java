package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnKeyTest {

    @ParameterizedTest
    @EnumSource
    void aKeyIsMadeOnceAndKept(OwnKey own, @TempDir Path directory, @TempDir Path another) {
        var key = own.in(directory);

        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        assertThat(own.in(directory)).isEqualTo(key);
        assertThat(own.in(another)).isNotEqualTo(key);
        assertThat(own.sha256(directory)).matches("[0-9a-f]{64}").isNotEqualTo(own.sha256(another));
    }
}
