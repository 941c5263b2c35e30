package org.notificationhub.routing.form;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The forms that come with this service. */
final class ShippedForms {

    private ShippedForms() {}

    @Produces
    @Singleton
    static CqcForms shipped() {
        try (var file = ShippedForms.class.getResourceAsStream("/forms/cqc-forms.json")) {
            return new ObjectMapper().readValue(file, CqcForms.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The forms that come with the service cannot be read", e);
        }
    }
}
