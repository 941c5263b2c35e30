package org.notificationhub.irmer.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.notificationhub.platform.ApiSnapshot;
import org.notificationhub.platform.HubPlatform;

@QuarkusTest
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "irmer"))
class ApiDocumentTest {

    @Test
    void theApiIsTheOneThatWasAgreed() throws IOException {
        var served = given().get("/q/openapi").asString();

        assertThat(served).isEqualTo(ApiSnapshot.agreed("irmer-analytics", served));
    }
}
