package org.notificationhub.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.notificationhub.platform.BrokerMain;

/** How each process is started: with the JDK that runs the launcher, and little memory. */
final class JavaCommand {

    private JavaCommand() {}

    /** In the application's directory, which is where its start-up cache looks for its jars. */
    static List<String> service(List<String> learnt) {
        var command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-Xmx256m", "-Xss512k"));
        command.addAll(learnt);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return command;
    }

    static List<String> broker(Path data, int port, int controllerPort) {
        return List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                data.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
    }

    /** It starts the JVMs that measure; itself it only waits for them. */
    static List<String> bench(String classPath, String bench, int rounds, int seconds) {
        return List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                classPath,
                bench,
                Integer.toString(rounds),
                Integer.toString(seconds));
    }

    static List<String> program(String classPath, String program, String... arguments) {
        var command = new ArrayList<>(List.of(
                java(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classPath,
                program));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
