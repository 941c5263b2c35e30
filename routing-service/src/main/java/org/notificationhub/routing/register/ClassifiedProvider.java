package org.notificationhub.routing.register;

import org.notificationhub.routing.rule.ProviderClass;

/**
 * A provider and the class by which the law treats it.
 *
 * @param id null for an employer that CQC has not registered, and where only a class was declared
 * @param mismatch the register contradicts itself, or what was declared: somebody should look
 */
public record ClassifiedProvider(String id, ProviderClass providerClass, Basis basis, boolean mismatch) {

    /** Where a class came from. */
    public enum Basis {
        REGISTER,
        DECLARED,
        DEFAULTED
    }
}
