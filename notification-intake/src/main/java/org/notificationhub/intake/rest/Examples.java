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

    private Examples() {}
}
