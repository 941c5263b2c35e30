package org.notificationhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.notificationhub.sandbox.Behaviour.CallbackMode;
import org.notificationhub.sandbox.Behaviour.Mode;

class JournalTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private static final Fact ARRIVED = new Fact.Arrived(new Received(
            7,
            Authority.CQC,
            Instant.parse("2026-11-20T09:15:00.123Z"),
            "POST",
            "/cqc/notifications",
            "0199c1de-0000-7000-8000-000000000001",
            "INC-1",
            false,
            null,
            JsonText.of(JSON.createObjectNode().put("summary", "Fall\nfrom bed."))));
    private static final Fact TOOK = new Fact.Took(7, JSON.createObjectNode().put("reference", "ENQ-1"));
    private static final Fact ANSWERED = new Fact.Answered(7, 201);
    private static final Fact BEHAVES =
            new Fact.Behaves(Authority.LFPSE, new Behaviour(Mode.ERROR, 0.5, 20, CallbackMode.TWICE));

    @TempDir
    private Path directory;

    @Test
    void whatWasAddedIsHandedOverInOrder() {
        var killed = opened(new ArrayList<>());
        List.of(ARRIVED, TOOK, ANSWERED, BEHAVES).forEach(killed::add);

        assertThat(kept()).containsExactly(ARRIVED, TOOK, ANSWERED, BEHAVES);
    }

    @Test
    void aHalfWrittenLastLineWasNeverSaid() throws IOException {
        opened(new ArrayList<>()).add(ARRIVED);
        Files.writeString(file(), "{\"fact\":\"took\",\"num", StandardOpenOption.APPEND);

        var next = new ArrayList<Fact>();
        opened(next).add(ANSWERED);

        assertThat(next).containsExactly(ARRIVED);
        assertThat(kept()).containsExactly(ARRIVED, ANSWERED);
    }

    @Test
    void nothingIsLeftOfWhatWasCleared() {
        var journal = opened(new ArrayList<>());
        journal.add(ARRIVED);
        journal.clear();
        journal.add(BEHAVES);

        assertThat(kept()).containsExactly(BEHAVES);
    }

    @Test
    void withoutADirectoryNothingIsKept() {
        var journal = new Journal(configured(Optional.empty()), JSON);
        journal.open(fact -> {});
        journal.add(ARRIVED);
        journal.force();
        journal.clear();

        assertThat(directory).isEmptyDirectory();
    }

    private List<Fact> kept() {
        var kept = new ArrayList<Fact>();
        opened(kept);
        return kept;
    }

    private Journal opened(List<Fact> kept) {
        var journal = new Journal(configured(Optional.of(directory)), JSON);
        journal.open(kept::add);
        return journal;
    }

    private Path file() {
        return directory.resolve("journal.ndjson");
    }

    private static SandboxConfig configured(Optional<Path> directory) {
        return new SandboxConfig() {
            @Override
            public String subscriptionKey() {
                return "key";
            }

            @Override
            public URI callbackUrl() {
                return URI.create("http://localhost/callbacks");
            }

            @Override
            public String callbackSecret() {
                return "secret";
            }

            @Override
            public Duration hold() {
                return Duration.ZERO;
            }

            @Override
            public Optional<Path> directory() {
                return directory;
            }
        };
    }
}
