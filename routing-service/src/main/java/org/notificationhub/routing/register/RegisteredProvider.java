package org.notificationhub.routing.register;

import java.time.LocalDate;

/**
 * A provider as the register has it.
 *
 * @param name null for a provider who is a person
 * @param asOf the day of the first snapshot that said so
 * @param contradictory its ownership says one class and its sector another
 */
public record RegisteredProvider(
        String id,
        String name,
        String ownership,
        String sector,
        String registrationStatus,
        String providerClass,
        boolean contradictory,
        LocalDate asOf,
        RegisterSource source) {}
