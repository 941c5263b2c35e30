package org.notificationhub.routing;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import org.notificationhub.platform.HubPlatform;

/** What every test of the running service stands on: a real database, a real broker, and stand-ins for the authorities. */
@WithTestResource(
        value = HubPlatform.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "routing"))
@WithTestResource(value = Authorities.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PostOffice.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = EvidenceKeyFile.class, scope = TestResourceScope.GLOBAL)
final class TestPlatform {

    private TestPlatform() {}
}
