package org.notificationhub.routing.delivery.lfpse;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.routing.delivery.AuthorityHttp;
import org.notificationhub.routing.delivery.AuthorityStub;
import org.notificationhub.routing.delivery.ChannelConfig;

class ProfileOfferTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
    private static final String PROFILE =
            "https://developer.learn-from-patient-safety-events.nhs.uk/taxonomy/fhir/StructureDefinition/patient-safety-adverse-event-6";

    private AuthorityStub lfpse;

    @BeforeEach
    void start() throws IOException {
        lfpse = new AuthorityStub();
    }

    @AfterEach
    void stop() {
        lfpse.close();
    }

    @ParameterizedTest(name = "{0} {1}: offered {2}")
    @CsvSource(delimiter = '|', textBlock = """
            200 | {"resourceType": "CapabilityStatement", "rest": [{"resource": [%s]}]}                         | false
            200 | {"resourceType": "CapabilityStatement"}                                                       | false
            200 | <html>Sign in to the hospital network</html>                                                  |
            200 | {"resourceType": "OperationOutcome"}                                                          |
            503 | {"resourceType": "CapabilityStatement"}                                                       |
            """)
    void onlyMetadataSayThatAProfileIsNotOnOffer(int status, String body, Boolean offered) {
        lfpse.answers(status, "application/fhir+json", body.formatted(entry("\"" + PROFILE + "x\"")));

        var offer = asked();

        assertThat(offer.now().isOffered()).isEqualTo(offered);
        assertThat(offer.now().askedAt()).isEqualTo(offered == null ? null : CLOCK.instant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"profile\": \"%s\"",
                "\"profile\": \"%s|6.0\"",
                "\"profile\": {\"reference\": \"%s\"}",
                "\"profile\": \"another\", \"supportedProfile\": [\"one\", \"%s\"]"
            })
    void aProfileIsFoundAmongTheVersionsOnOfferHoweverItIsNamed(String named) {
        lfpse.answers(200, "application/fhir+json", """
                {"resourceType": "CapabilityStatement", "rest": [{"resource": [
                   {"type": "Patient"}, {"type": "AdverseEvent", "profile": "older"}, {"type": "AdverseEvent", %s}]}]}""".formatted(named.formatted(PROFILE)));

        assertThat(asked().now().isOffered()).isTrue();
        assertThat(lfpse.request().method() + " " + lfpse.request().path())
                .isEqualTo("GET /adverse-event/fhir/metadata");
        assertThat(lfpse.request().header("Ocp-Apim-Subscription-Key")).isEqualTo("key-of-the-test");
    }

    @Test
    void silenceLeavesItOpen() {
        lfpse.close();

        assertThat(asked().now()).isEqualTo(new ProfileOffer.Offer("6", PROFILE, null, null));
    }

    private ProfileOffer asked() {
        var config = ChannelConfig.at(lfpse.url(), Map.of());
        var offer = new ProfileOffer(
                config, new AuthorityHttp(CLOCK), LfpseLanguage.of(config.lfpse()), new SimpleMeterRegistry(), CLOCK);
        offer.ask();
        offer.stop(null);
        return offer;
    }

    private static String entry(String profile) {
        return "{\"type\": \"AdverseEvent\", \"profile\": " + profile + "}";
    }
}
