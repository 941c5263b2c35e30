package org.notificationhub.routing.register;

/** A row of a register that was not taken. It says why, never what stood there. */
public record RefusedRow(int row, Reason code, String detail) {

    RefusedRow(int row, Reason code) {
        this(row, code, code.detail);
    }

    /** Why. */
    public enum Reason {
        NO_PROVIDER_ID("The row has no provider id"),
        BAD_PROVIDER_ID(
                "The provider id is not 1 to 20 letters, digits and dashes beginning with a capital or a digit"),
        NO_OWNERSHIP("The row does not say what kind of owner the provider has"),
        UNKNOWN_OWNERSHIP("The ownership is none of Organisation, Individual, Partnership and NHS Body"),
        CONTRADICTS_EARLIER_ROW(
                "An earlier row gives the same provider another ownership or sector; that one was taken");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }
    }
}
