package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/evidence");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream standardOutput = System.out;

    @TempDir
    private Path directory;

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(standardOutput);
    }

    @Test
    void aGoodPackIsSaidToBeGood() {
        assertThat(verify(EXAMPLES.resolve("pack.json"))).isEqualTo(HubCommand.DONE);

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(6)
                .first()
                .asString()
                .startsWith("ok      signature  Signed by ");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\nGood: ");
    }

    @Test
    void theFirstAlteredEntryIsNamedToAPerson() throws IOException {
        assertThat(verify(altered())).isEqualTo(HubCommand.FAILED);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("FAILED  chain      Entry 3 (NOTIFICATION_ROUTED, ")
                .contains("Not good: do not rely on this pack from entry 3 (NOTIFICATION_ROUTED, ");
    }

    @Test
    void theFirstAlteredEntryIsNamedToAProgram() throws IOException {
        assertThat(verify(altered(), "--json")).isEqualTo(HubCommand.FAILED);

        var verdict = new ObjectMapper().readTree(printed.toString(StandardCharsets.UTF_8));
        assertThat(verdict.get("good").asBoolean()).isFalse();
        assertThat(verdict.at("/firstAltered/entry").asInt()).isEqualTo(3);
        assertThat(verdict.at("/checks/1/result").asText()).isEqualTo("FAILED");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(verify(directory.resolve("nowhere"))).isEqualTo(HubCommand.FAILED);
        assertThat(verify(EXAMPLES.resolve("keys.json"))).isEqualTo(HubCommand.FAILED);
    }

    private Path altered() throws IOException {
        var pack = Files.readString(EXAMPLES.resolve("pack.json"));
        var entry = pack.indexOf("SCHEDULED");
        return Files.writeString(
                directory.resolve("pack.json"), pack.substring(0, entry) + "CANCELLED" + pack.substring(entry + 9));
    }

    private static int verify(Path pack, String... options) {
        var hub = new CommandLine(new HubCommand());
        hub.setExecutionExceptionHandler((e, command, parsed) -> HubCommand.FAILED);
        var arguments = new String[options.length + 4];
        arguments[0] = "verify";
        arguments[1] = pack.toString();
        arguments[2] = "--key";
        arguments[3] = EXAMPLES.resolve("keys.json").toString();
        System.arraycopy(options, 0, arguments, 4, options.length);
        return hub.execute(arguments);
    }
}
