package org.notificationhub.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which deliveries a command is about. */
final class WantedDeliveries {

    @Option(names = "--state", description = "PARKED, REJECTED or UNKNOWN; PARKED where absent.")
    private String state;

    @Option(names = "--destination", description = "CQC or LFPSE.")
    private String destination;

    @Option(names = "--type", description = "The notification's type, such as SERIOUS_INJURY.")
    private String type;

    @Option(names = "--provider", description = "A provider id.")
    private String provider;

    @Option(names = "--from", paramLabel = "INSTANT", description = "Made from then on: 2026-11-20T10:00:00Z.")
    private OffsetDateTime from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "Made before then.")
    private OffsetDateTime to;

    boolean isSaid() {
        return !given(null).isEmpty();
    }

    /** @param usual the state where none is said */
    Map<String, String> given(String usual) {
        var given = new LinkedHashMap<String, String>();
        put(given, "state", state == null ? usual : state);
        put(given, "destination", destination);
        put(given, "type", type);
        put(given, "providerId", provider);
        put(given, "createdFrom", from);
        put(given, "createdTo", to);
        return given;
    }

    String query(String usual) {
        return given(usual).entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, String> given, String name, Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
    }
}
