package org.notificationhub.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.notificationhub.events.WireJson;

/** What every service's classes are given: the time, and JSON as the hub writes it. */
class ServiceBeans {

    /** PostgreSQL keeps microseconds; in milliseconds, a time read back equals the time we published. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Produces
    @Singleton
    ObjectMapperCustomizer wireJson() {
        return new ObjectMapperCustomizer() {
            @Override
            public void customize(ObjectMapper mapper) {
                WireJson.configure(mapper);
            }
        };
    }
}
