package org.notificationhub.routing.rule;

import java.time.LocalDate;

/**
 * What is asked of the rule table.
 *
 * @param type a code of the vocabulary
 * @param on the day, in London, whose law applies
 */
public record Question(String type, ProviderClass providerClass, LocalDate on, Facts facts) {}
