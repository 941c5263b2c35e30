package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RegisterCommandTest {

    private static final String SUMMARY = """
            {"asOf":"2026-11-01","read":%d,"providers":2,"added":1,"changed":1,"unchanged":0,"refused":%d,"mismatches":1,\
            "refusals":[%s],"mismatched":["1-2"]}
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream standardOutput = System.out;

    @TempDir
    private Path directory;

    private HttpServer routing;
    private String answer;
    private int status = 200;
    private String asked;
    private List<String> headers;
    private String received;

    @BeforeEach
    void routing() throws IOException {
        routing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        routing.createContext("/v1/providers/import", this::answer);
        routing.start();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(standardOutput);
        routing.stop(0);
    }

    @Test
    void aRegisterIsSentAndItsCountsArePrinted() throws IOException {
        answer = "{\"read\":5000}\n" + SUMMARY.formatted(5001, 0, "");

        var exit = run(file("directory.csv", "Provider ID\nRJ1\n"), "--as-of", "2026-11-01");

        assertThat(exit).isEqualTo(HubCommand.DONE);
        assertThat(asked).isEqualTo("asOf=2026-11-01");
        assertThat(headers).containsExactly("text/csv", "application/x-ndjson", "Bearer secret");
        assertThat(received).isEqualTo("Provider ID\nRJ1\n");
        assertThat(output()).contains("2026-11-01: 5001 rows, 2 providers; 1 added, 1 changed", "1-2\tCLASS_MISMATCH");
    }

    @Test
    void refusedRowsArePrintedAndEndTheCommandWithThree() throws IOException {
        answer = SUMMARY.formatted(
                2, 1, "{\"row\":7,\"code\":\"NO_PROVIDER_ID\",\"detail\":\"The row has no provider id\"}");

        assertThat(run(file("directory.csv", "x"))).isEqualTo(HubCommand.DONE_WITH_REFUSALS);
        assertThat(output()).contains("row 7\tNO_PROVIDER_ID\tThe row has no provider id");
    }

    @Test
    void asJsonTheSummaryIsPrintedAsItCame() throws IOException {
        answer = SUMMARY.formatted(2, 0, "");

        run(file("directory.csv", "x"), "--json");

        assertThat(output().strip()).isEqualTo(answer.strip());
    }

    @Test
    void aRegisterThatWasNotTakenIsAFailure() throws IOException {
        answer = "{\"read\":5000}\n{\"problem\":{\"detail\":\"It breaks off\"}}\n";
        assertThat(run(file("directory.csv", "x"))).isEqualTo(HubCommand.FAILED);

        status = 422;
        answer = "{\"detail\":\"The file lacks columns\"}";
        assertThat(run(file("directory.csv", "x"))).isEqualTo(HubCommand.FAILED);
        assertThat(run(directory.resolve("nowhere"))).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource({
        "a.csv,    '{',       text/csv",
        "a.JSON,   'x',       application/json",
        "a.ndjson, 'x',       application/json",
        "a.txt,    ' \n[',    application/json",
        "a.txt,    'Provider', text/csv",
        "a,        '',        text/csv"
    })
    void theKindOfFileShowsInItsNameOrItsFirstCharacter(String name, String content, String mediaType)
            throws IOException {
        assertThat(new RegisterFile(file(name, content)).mediaType()).isEqualTo(mediaType);
    }

    private int run(Path file, String... more) {
        var command =
                new CommandLine(new HubCommand()).setExecutionExceptionHandler((e, line, parsed) -> HubCommand.FAILED);
        var url = "http://localhost:" + routing.getAddress().getPort();
        var arguments = new ArrayList<>(
                List.of("--project", ".", "register", file.toString(), "--url", url, "--token", "secret"));
        arguments.addAll(List.of(more));
        return command.execute(arguments.toArray(String[]::new));
    }

    private void answer(HttpExchange request) throws IOException {
        asked = request.getRequestURI().getQuery();
        headers = List.of(
                request.getRequestHeaders().getFirst("Content-Type"),
                request.getRequestHeaders().getFirst("Accept"),
                request.getRequestHeaders().getFirst("Authorization"));
        received = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(status, bytes.length);
        request.getResponseBody().write(bytes);
        request.close();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
