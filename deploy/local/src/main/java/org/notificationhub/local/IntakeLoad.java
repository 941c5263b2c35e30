package org.notificationhub.local;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Notifications posted over kept-open connections. Sockets by hand: on two cores the generator must cost little. */
final class IntakeLoad implements Load {

    private static final String BODY = """
            {"type":"SERIOUS_INJURY","reference":"BENCH-%s","provider":{"id":"RJ1","locationId":"RJ122"},\
            "occurredAt":"2026-11-20T09:15:00Z","awareAt":"2026-11-20T10:00:00Z",\
            "summary":"Fall from bed during the night; hip fracture found at the morning round.",\
            "people":[{"code":"SU-0417","role":"SERVICE_USER","ageBand":"75-84"}],"details":{"injury":"FRACTURE"}}""";

    private final URI intake;
    private final String token;

    IntakeLoad(LocalHub hub) throws IOException {
        this.intake = URI.create(hub.url(Part.INTAKE));
        this.token = hub.token("notifications:write", Duration.ofHours(1), List.of("*"));
    }

    int bodySize() {
        return body().length;
    }

    @Override
    public Client connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), intake.getPort());
        socket.setTcpNoDelay(true);
        var in = new BufferedInputStream(socket.getInputStream());
        var out = socket.getOutputStream();
        return new Client() {
            @Override
            public void once() throws IOException {
                out.write(request());
                expectAccepted(in);
            }

            @Override
            public void close() throws IOException {
                socket.close();
            }
        };
    }

    private byte[] request() {
        var body = body();
        var head = """
                POST /v1/notifications HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(token, body.length).getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static byte[] body() {
        return BODY.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    }

    private static void expectAccepted(InputStream in) throws IOException {
        var status = line(in);
        var length = 0;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        in.skipNBytes(length);
        if (!status.contains(" 202 ")) {
            throw new IOException("intake answered " + status);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (var octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("intake closed the connection");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }
}
