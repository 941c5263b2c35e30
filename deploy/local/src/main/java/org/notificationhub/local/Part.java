package org.notificationhub.local;

import java.nio.file.Path;

/** What the hub on one machine is made of, with the usual port of each. */
public enum Part {
    POSTGRES("postgres", 5532, null),
    BROKER("kafka", 9192, null),
    SANDBOX("sandbox", 8090, "deploy/sandbox"),
    INTAKE("intake", 8081, "notification-intake"),
    ROUTING("routing", 8082, "routing-service"),
    ANALYTICS("analytics", 8083, "irmer-analytics"),
    MATERNITY("maternity", 8084, "maternity-resources");

    private final String title;
    private final int port;
    private final String module;

    Part(String title, int port, String module) {
        this.title = title;
        this.port = port;
        this.module = module;
    }

    public String title() {
        return title;
    }

    int port() {
        return port;
    }

    /** Built by this project and asked over HTTP whether it is ready. */
    boolean isService() {
        return module != null;
    }

    Path application(Path project) {
        return project.resolve(module).resolve("target/quarkus-app");
    }
}
