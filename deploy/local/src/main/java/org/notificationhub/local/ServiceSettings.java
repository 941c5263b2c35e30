package org.notificationhub.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.notificationhub.platform.KeyFiles;

/**
 * What each service is told through its environment: the same keys as in production.
 *
 * @param evidenceKeys those that sign what routing gives out as evidence
 */
record ServiceSettings(
        PortPlan ports, String databaseUrlPrefix, Path sandboxDirectory, KeyFiles keys, KeyFiles evidenceKeys) {

    /** The sandbox stands on this machine and checks nothing of value; these are names, not secrets. */
    private static final String SUBSCRIPTION_KEY = "sandbox-subscription-key";

    private static final String CALLBACK_SECRET = "whsec_c2FuZGJveC1jYWxsYmFjay1zZWNyZXQtMjAyNg==";

    Map<String, String> of(Part service) {
        var settings = new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(ports.of(service)),
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(ports.management(service)),
                "MP_JWT_VERIFY_ISSUER",
                KeyFiles.ISSUER,
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                keys.publicKey().toString(),
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:" + ports.of(Part.BROKER)));
        settings.putAll(
                switch (service) {
                    case INTAKE -> with(database("intake"), intake());
                    case ROUTING -> with(database("routing"), routing());
                    case ANALYTICS ->
                        with(
                                database("irmer"),
                                Map.of(
                                        "HUB_DEMONSTRATION",
                                        "true",
                                        "HUB_DASHBOARD_OPEN",
                                        "true",
                                        "HUB_INTAKE_URL",
                                        ports.url(Part.INTAKE)));
                    case SANDBOX -> regulators();
                    case MATERNITY, POSTGRES, BROKER -> Map.of();
                });
        return settings;
    }

    private Map<String, String> database(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                databaseUrlPrefix + name,
                "QUARKUS_DATASOURCE_USERNAME",
                name,
                "QUARKUS_DATASOURCE_PASSWORD",
                "trusted-on-loopback",
                "QUARKUS_FLYWAY_USERNAME",
                name + "_owner",
                "QUARKUS_FLYWAY_PASSWORD",
                "trusted-on-loopback");
    }

    private Map<String, String> intake() {
        var own = keys.publicKey().getParent();
        return Map.of(
                "HUB_ROUTING_URL",
                ports.url(Part.ROUTING),
                "HUB_WEBHOOKS_SECRET_KEY",
                OwnKey.WEBHOOK_SECRETS.in(own),
                "HUB_WEBHOOKS_PRIVATE_ADDRESSES",
                "true",
                "HUB_LFPSE_DOOR_KEYS__LOCAL__KEY_SHA256",
                OwnKey.LFPSE_DOOR.sha256(own),
                "HUB_LFPSE_DOOR_KEYS__LOCAL__PROVIDER_IDS",
                "*");
    }

    private Map<String, String> routing() {
        return with(
                authorities(),
                Map.of("HUB_EVIDENCE_SIGNING_KEY", evidenceKeys.privateKey().toString()));
    }

    private Map<String, String> authorities() {
        return Map.of(
                "HUB_CQC_CHANNEL",
                "http",
                "HUB_CQC_URL",
                ports.url(Part.SANDBOX),
                "HUB_CQC_SANDBOX",
                "true",
                "HUB_LFPSE_URL",
                ports.url(Part.SANDBOX),
                "HUB_LFPSE_SANDBOX",
                "true",
                "HUB_LFPSE_SUBSCRIPTION_KEY",
                SUBSCRIPTION_KEY,
                "HUB_LFPSE_CALLBACK_SECRETS",
                CALLBACK_SECRET,
                "HUB_REGISTER_DEMONSTRATION",
                "true");
    }

    private Map<String, String> regulators() {
        return Map.of(
                "HUB_SANDBOX_SUBSCRIPTION_KEY",
                SUBSCRIPTION_KEY,
                "HUB_SANDBOX_CALLBACK_URL",
                ports.url(Part.ROUTING) + "/v1/callbacks/lfpse",
                "HUB_SANDBOX_CALLBACK_SECRET",
                CALLBACK_SECRET,
                "HUB_SANDBOX_DIRECTORY",
                sandboxDirectory.toString());
    }

    private static Map<String, String> with(Map<String, String> settings, Map<String, String> more) {
        var all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }
}
