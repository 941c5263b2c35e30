package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTextTest {

    @Test
    void eachFaultIsALineUnderTheTitle() {
        var problem = Hub.json("""
                {"title": "Some answers need attention", "status": 400, "detail": "2 fields need attention",
                 "errors": [{"pointer": "/provider", "detail": "Give either the provider's id or its class"},
                            {"pointer": "/type", "detail": "Use a type that GET /v1/rules lists"}]}""");

        assertThat(ProblemText.of(problem)).isEqualTo("""
                Some answers need attention
                  /provider: Give either the provider's id or its class
                  /type: Use a type that GET /v1/rules lists""");
    }

    @Test
    void withoutFaultsTheDetailIsTold() {
        var problem = Hub.json("{\"title\": \"The body cannot be read\", \"detail\": \"Send one JSON document.\"}");

        assertThat(ProblemText.of(problem)).isEqualTo("The body cannot be read. Send one JSON document.");
    }
}
