package org.notificationhub.routing.rule;

/**
 * Providers that the law treats alike.
 *
 * @param code such as {@code NHS_BODY}
 * @param title in plain words
 * @param registerOwnership the ownership CQC's register gives such a provider, or null where that does not tell it
 * @param registerSector the sector CQC's register gives such a provider, or null where that does not tell it
 */
public record ProviderClass(String code, String title, String registerOwnership, String registerSector) {

    /** Of whoever is in no other class: the safe error is to tell CQC too much. */
    public static final String INDEPENDENT = "INDEPENDENT";

    public boolean isIndependent() {
        return code.equals(INDEPENDENT);
    }

    boolean isTold(String ownership, String sector) {
        return (registerOwnership != null || registerSector != null)
                && (registerOwnership == null || registerOwnership.equals(ownership))
                && (registerSector == null || registerSector.equals(sector));
    }

    /** It takes both marks, and the register gives one of them with something else. */
    boolean isContradicted(String ownership, String sector) {
        return registerOwnership != null
                && registerSector != null
                && registerOwnership.equals(ownership) != registerSector.equals(sector);
    }

    @Override
    public String toString() {
        return code;
    }
}
