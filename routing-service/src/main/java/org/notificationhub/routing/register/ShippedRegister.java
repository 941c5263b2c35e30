package org.notificationhub.routing.register;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jboss.logging.Logger;
import org.notificationhub.routing.RoutingConfig;

/** The providers that come with the hub, for a demonstration. A real hub imports CQC's register. */
@ApplicationScoped
class ShippedRegister {

    private static final Logger LOG = Logger.getLogger(ShippedRegister.class);

    /** The first day of the law that the hub knows, so that every event finds them. */
    private static final LocalDate AS_OF = LocalDate.of(2010, 4, 1);

    private final ImportRegister importRegister;
    private final RegisterSnapshots snapshots;
    private final ProviderRegister register;
    private final RoutingConfig.Register config;

    ShippedRegister(
            ImportRegister importRegister,
            RegisterSnapshots snapshots,
            ProviderRegister register,
            RoutingConfig config) {
        this.importRegister = importRegister;
        this.snapshots = snapshots;
        this.register = register;
        this.config = config.register();
    }

    /** Before the first event is read. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        if (config.demonstration()) {
            QuarkusTransaction.requiringNew().run(this::load);
        }
        if (register.isEmpty()) {
            LOG.warn("The provider register is empty, so every provider counts as independent;"
                    + " import CQC's directory with ./hub register or POST /v1/providers/import");
        }
    }

    /** Replicas that start together wait for the first; it loads what has changed since the last start, if anything. */
    private void load() {
        snapshots.awaitTurn();
        var file = file();
        if (!snapshots.holds(HexFormat.of().formatHex(ImportRegister.sha256().digest(file)), AS_OF)) {
            importRegister.take(
                    RegisterSource.SHIPPED, new ByteArrayInputStream(file), AS_OF, "routing-service", read -> {});
        }
    }

    private static byte[] file() {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("register/providers.csv")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
