package org.notificationhub.routing.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.notificationhub.http.Refusal;
import org.notificationhub.platform.KeyFiles;
import org.notificationhub.routing.delivery.ChannelConfig;

class SignEvidenceTest {

    @TempDir
    private Path directory;

    @Test
    void withoutAKeyNothingIsSignedAndTheRefusalSaysWhatToSet() {
        var keys = new EvidenceKeys(ChannelConfig.at(URI.create("http://localhost")));

        assertThat(keys.published().keys()).isEmpty();
        assertThatThrownBy(() -> new SignEvidence(keys).refuseWithoutKey())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("hub.evidence.signing-key");
    }

    @Test
    void thePublicHalfOfAPrivateKeyIsTheOneThatWasMadeWithIt() throws Exception {
        var files = KeyFiles.ofEvidence(directory);

        assertThat(EvidenceKey.read(files.privateKey()).x())
                .isEqualTo(EvidenceKey.read(files.publicKey()).x());
    }

    @Test
    void whatIsNoKeyStopsTheServiceAndIsNamed() throws Exception {
        var file = Files.writeString(
                directory.resolve("no-key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> EvidenceKey.read(file)).hasMessageContaining("no-key.pem");
    }
}
