package org.notificationhub.intake.notification;

import java.util.Set;

/**
 * Who is calling, and for which providers it acts.
 *
 * @param name the token's subject, or the name of the subscription key
 * @param providerIds CQC provider ids and the codes of employers without one; {@code *} for every one
 */
public record Sender(String name, Set<String> providerIds) {

    public boolean actsFor(String providerId) {
        return actsForAll() || providerIds.contains(providerId);
    }

    public boolean actsForAll() {
        return providerIds.contains("*");
    }
}
