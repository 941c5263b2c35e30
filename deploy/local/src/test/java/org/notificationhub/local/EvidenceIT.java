package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.notificationhub.local.verify.Pack;
import org.notificationhub.local.verify.TrustedKeys;
import org.notificationhub.local.verify.Verification;

/** The pack of a hub that runs, verified by what was written without its code. */
@ExtendWith(HubExtension.class)
class EvidenceIT {

    private final Hub hub;

    EvidenceIT(Hub hub) {
        this.hub = hub;
    }

    @Test
    void whatTheHubGivesOutIsVerifiedByItsKeyFileAndByThePublishedKeys() throws Exception {
        var id = hub.submit(Injury.at(Injury.NHS_BODY, "EVIDENCE"));
        hub.settled(id);

        var pack = hub.get(Part.ROUTING, "/v1/evidence/" + id + "?payload=true");

        assertGood(pack, TrustedKeys.in(hub.home().keys().resolve("evidence-public.pem")));
        assertGood(pack, TrustedKeys.of(hub.local().url(Part.ROUTING) + "/v1/evidence/keys"));
    }

    private static void assertGood(JsonNode pack, TrustedKeys keys) throws IOException {
        var verdict = new Verification(keys).of(Pack.read(pack.toString()));
        assertThat(verdict.good()).as(verdict.toString()).isTrue();
    }
}
