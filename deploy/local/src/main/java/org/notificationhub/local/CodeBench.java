package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code deploy/bench} measures: code without its service. Its jars are not ours, so that the hub starts fast. */
final class CodeBench {

    private static final Path MODULE = Path.of("deploy/bench/target");

    private CodeBench() {}

    /** Prints what it prints; the exit code says whether it could measure. */
    static int run(Path project, String bench, int rounds, int seconds) throws IOException, InterruptedException {
        var measuring = new ProcessBuilder(JavaCommand.bench(classPath(project), bench, rounds, seconds))
                .inheritIO()
                .start();
        return measuring.waitFor() == 0 ? HubCommand.DONE : HubCommand.FAILED;
    }

    /** For a program that measures nothing but itself: with the memory and the compilers that a service has. */
    static List<String> command(Path project, String program, String... arguments) throws IOException {
        return JavaCommand.program(classPath(project), program, arguments);
    }

    private static String classPath(Path project) throws IOException {
        var module = project.resolve(MODULE);
        return module.resolve("classes")
                + System.getProperty("path.separator")
                + Files.readString(module.resolve("classpath")).strip();
    }
}
