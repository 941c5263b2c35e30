package org.notificationhub.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Report INJURY = new Report("CHAOS-1-1", Kind.SERIOUS_INJURY, "RJ1");

    @Test
    void theVersionIsReadFromTheContentItselfWhereverItStands() throws IOException {
        assertThat(arrival("POST", INJURY.body(3)).version()).isEqualTo(3);
        assertThat(arrival("POST", "{\"extension\": [{\"valueString\": \"Chaos report, version 12.\"}]}")
                        .version())
                .isEqualTo(12);
        assertThat(arrival("POST", "{\"summary\": \"Something else.\"}").version())
                .isZero();
    }

    @Test
    void aWithdrawalIsKnownByItsActionOrItsMethod() throws IOException {
        assertThat(arrival("POST", "{\"action\": \"WITHDRAW\", \"version\": 4}"))
                .matches(Arrival::isWithdrawal)
                .matches(arrival -> arrival.version() == 4);
        assertThat(arrival("DELETE", "null")).matches(Arrival::isWithdrawal);
    }

    private static Arrival arrival(String method, String body) throws IOException {
        return Sandbox.arrival(JSON.readTree("""
                {"number": 9, "authority": "CQC", "receivedAt": "2026-11-24T12:00:00.000Z", "method": "%s",
                 "path": "/cqc/notifications", "requestId": "r", "reference": "CHAOS-1-1", "effect": true,
                 "answered": null, "body": %s}""".formatted(method, body)));
    }
}
