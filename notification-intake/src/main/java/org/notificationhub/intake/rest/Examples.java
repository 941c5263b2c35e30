package org.notificationhub.intake.rest;

/** Bodies for the API document, each accepted as it stands. */
final class Examples {

    static final String INJURY = """
            { "type": "SERIOUS_INJURY",
              "reference": "INC-2026-000123",
              "provider": { "id": "RJ1" },
              "occurredAt": "2026-11-20T09:15:00Z",
              "awareAt": "2026-11-20T10:00:00Z",
              "summary": "Fall from bed; hip fracture.",
              "people": [ { "code": "SU-0417", "role": "SERVICE_USER", "ageBand": "75-84" } ],
              "details": { "injury": "FRACTURE" } }
            """;

    static final String WEBHOOK_REQUEST = """
            { "url": "https://incidents.provider.example/hub/status-changes",
              "providerIds": [ "RJ1" ],
              "statuses": [ "DISCHARGED", "ACTION_REQUIRED" ] }""";

    private static final String WEBHOOK_MEMBERS = """
            "id": "01a20a3b-11d2-7f0e-a7d5-9b3c20d1c5aa",
            "url": "https://incidents.provider.example/hub/status-changes",
            "providerIds": [ "RJ1" ],
            "statuses": [ "DISCHARGED", "ACTION_REQUIRED" ],
            "createdAt": "2026-11-23T21:00:00.000Z",
            """;

    static final String WEBHOOK = "{ " + WEBHOOK_MEMBERS + """
            "state": "SUSPENDED",
            "suspension": { "reason": "FAILED_TOO_LONG", "since": "2026-11-28T21:05:12.000Z",
                            "remedy": "Mend the receiver, then POST to resume; what it missed follows in order." },
            "failures": 26,
            "failingSince": "2026-11-23T21:05:12.000Z",
            "lastAttempt": { "at": "2026-11-28T21:05:12.000Z", "outcome": "FAILED", "httpStatus": 503 },
            "lastSuccessAt": "2026-11-23T21:02:58.300Z" }""";

    static final String NEW_WEBHOOK = "{ " + WEBHOOK_MEMBERS + """
            "state": "ACTIVE", "failures": 0, "secret": "whsec_b25jZSBvbmNlIG9uY2Ugb25jZSBvbmNlIG9uY2UgMTI=" }""";

    private Examples() {}
}
