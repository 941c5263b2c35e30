package org.notificationhub.local;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.notificationhub.platform.Issuer;
import org.notificationhub.platform.KeyFiles;
import picocli.CommandLine.Option;

/** Where the hub is, and a token that it accepts. */
final class HubAccess extends HubAddress {

    @Option(names = "--token", description = "A token; one for the hub on this machine where absent.")
    private String token;

    String token(String scopes) throws IOException {
        return token != null
                ? token
                : new Issuer(KeyFiles.in(home().keys()).read())
                        .token("hub-cli", scopes, List.of("*"), Duration.ofHours(1));
    }

    HubApi routing() throws IOException {
        return new HubApi(url(Part.ROUTING), token("deliveries:manage"));
    }
}
