package org.notificationhub.local;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the hub is that a command speaks to: on this machine, unless it is said. */
class HubAddress {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--url", description = "The service to ask; that of the hub on this machine where absent.")
    private String url;

    @Option(names = "--data", description = "The state directory that ./hub up was given.")
    private Path state;

    HubHome home() {
        var hub = (HubCommand) command.parent().userObject();
        return hub.home(state);
    }

    String url(Part part) throws IOException {
        return url != null ? url : RunningHub.url(home(), part);
    }
}
