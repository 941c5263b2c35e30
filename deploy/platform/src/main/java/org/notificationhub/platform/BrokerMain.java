package org.notificationhub.platform;

import java.nio.file.Path;

/** The broker as a process of its own. Arguments: directory, port, controller port. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        var broker =
                Broker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        System.out.println("Kafka is ready on port " + arguments[1]);
    }
}
