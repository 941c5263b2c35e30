package org.notificationhub.routing.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.notificationhub.routing.register.RegisterSource;
import org.notificationhub.routing.register.RegisteredProvider;

/**
 * A provider as the register has it.
 *
 * @param name absent for a provider who is a person, or several
 * @param providerClass by which the law treats it
 * @param asOf the day from which the register says this
 * @param finding {@code CLASS_MISMATCH} where ownership and sector contradict each other; absent otherwise
 */
public record ProviderView(
        String id,
        String name,
        @JsonProperty("class") String providerClass,
        String ownership,
        String sector,
        String registrationStatus,
        LocalDate asOf,
        RegisterSource source,
        Finding finding) {

    static ProviderView of(RegisteredProvider provider) {
        return new ProviderView(
                provider.id(),
                provider.name(),
                provider.providerClass(),
                provider.ownership(),
                provider.sector(),
                provider.registrationStatus(),
                provider.asOf(),
                provider.source(),
                provider.contradictory() ? Finding.CLASS_MISMATCH : null);
    }

    /** What somebody should look at. */
    public enum Finding {
        CLASS_MISMATCH
    }
}
