package org.notificationhub.criteria;

/** Where the exposure happened, and who enforces IR(ME)R there. */
public enum Country {
    ENGLAND("CQC"),
    WALES("Healthcare Inspectorate Wales"),
    SCOTLAND("Healthcare Improvement Scotland"),
    NORTHERN_IRELAND("the Regulation and Quality Improvement Authority");

    private final String authority;

    Country(String authority) {
        this.authority = authority;
    }

    /** Who is to be notified. */
    public String authority() {
        return authority;
    }
}
