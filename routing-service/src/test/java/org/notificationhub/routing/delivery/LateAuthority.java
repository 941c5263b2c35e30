package org.notificationhub.routing.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An authority that answers the first request only when it is told to, and every later one at once. */
final class LateAuthority implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private int requests;

    LateAuthority() throws IOException {
        new Thread(this::accept, "late-authority").start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /** Nobody may be listening any more. */
    void answerTheFirst() throws IOException {
        try {
            answer(connections.get(0), 1);
        } catch (SocketException hungUp) {
            connections.get(0).close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var connection = server.accept();
                connections.add(connection);
                new Thread(() -> serve(connection), "late-authority").start();
            }
        } catch (IOException closed) {
            requests = 0;
        }
    }

    private void serve(Socket connection) {
        try {
            var in = new BufferedReader(new InputStreamReader(connection.getInputStream()));
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty() && number() > 1) {
                    answer(connection, 2);
                }
            }
        } catch (SocketException hungUp) {
            connections.remove(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized int number() {
        return ++requests;
    }

    private static void answer(Socket connection, int request) throws IOException {
        var body = "to request " + request;
        connection
                .getOutputStream()
                .write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes());
        connection.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var connection : connections) {
            connection.close();
        }
    }
}
