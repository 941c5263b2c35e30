package org.notificationhub.local;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** One command, run in this process. */
record CommandLineRun(int exit, String output, String messages) {

    static CommandLineRun of(String... arguments) {
        var output = new ByteArrayOutputStream();
        var messages = new ByteArrayOutputStream();
        var standardOutput = System.out;
        var standardError = System.err;
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));
        try {
            var all = new ArrayList<>(List.of("--project", "."));
            all.addAll(List.of(arguments));
            var command = new CommandLine(new HubCommand()).setExecutionExceptionHandler((e, line, parsed) -> {
                System.err.println(e.getMessage());
                return HubCommand.FAILED;
            });
            var exit = command.execute(all.toArray(String[]::new));
            return new CommandLineRun(
                    exit, output.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standardOutput);
            System.setErr(standardError);
        }
    }
}
