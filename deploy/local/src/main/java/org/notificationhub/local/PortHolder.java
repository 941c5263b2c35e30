package org.notificationhub.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the process that listens on a port, as far as this user may see. */
final class PortHolder {

    private static final String LISTENING = "0A";

    private PortHolder() {}

    static Optional<ProcessHandle> of(int port) {
        try {
            return Files.exists(Path.of("/proc/net/tcp")) ? inProc(port) : fromLsof(port);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Columns of {@code /proc/net/tcp}: 1 is address:port in hexadecimal, 3 the state, 9 the socket's inode; proc(5). */
    private static Optional<ProcessHandle> inProc(int port) throws IOException {
        var suffix = ":%04X".formatted(port);
        for (var table : List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))) {
            for (var line : Files.exists(table) ? Files.readAllLines(table) : List.<String>of()) {
                var columns = line.strip().split("\\s+");
                if (columns[1].endsWith(suffix) && columns[3].equals(LISTENING)) {
                    var socket = "socket:[" + columns[9] + "]";
                    return ProcessHandle.allProcesses()
                            .filter(process -> holds(process, socket))
                            .findFirst();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(ProcessHandle process, String socket) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return open.anyMatch(file -> pointsTo(file, socket));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean pointsTo(Path file, String socket) {
        try {
            return Files.readSymbolicLink(file).toString().equals(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<ProcessHandle> fromLsof(int port) throws IOException {
        var lsof = new ProcessBuilder("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var pids = new String(lsof.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return pids.lines().findFirst().map(Long::parseLong).flatMap(ProcessHandle::of);
    }
}
