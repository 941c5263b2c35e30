package org.notificationhub.local.chaos;

import java.util.Set;
import java.util.regex.Pattern;

/** One event as its sender reports it. Every version says in its summary which one it is, wherever it ends up. */
record Report(String reference, Kind kind, String provider) {

    private static final Pattern SUMMARY = Pattern.compile("Chaos report, version (\\d+)\\.");
    private static final String BODY = """
            {"type": "%s", "reference": "%s", "provider": {"id": "%s"}, "occurredAt": "2025-03-03T09:15:00Z",
             "awareAt": "2025-03-03T10:00:00Z", "summary": "Chaos report, version %d.",
             "people": [{"code": "SU-0417", "role": "SERVICE_USER", "ageBand": "75-84"}], "details": %s}""";

    /** On one line, so that it can be part of a batch. */
    String body(int version) {
        return BODY.formatted(kind, reference, provider, version, kind.details())
                .replace("\n", "");
    }

    Set<Authority> told() {
        return kind.told(provider);
    }

    /** Whether LfPSE's acceptance stands for telling CQC, and CQC is told where LfPSE does not accept. */
    boolean isExemptByLfpse() {
        return told().equals(Set.of(Authority.LFPSE));
    }

    /** The version whose content that is, or 0 where it is none of a report's. */
    static int versionIn(String content) {
        var summary = SUMMARY.matcher(content);
        return summary.find() ? Integer.parseInt(summary.group(1)) : 0;
    }
}
