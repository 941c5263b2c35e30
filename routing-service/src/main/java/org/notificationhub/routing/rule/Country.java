package org.notificationhub.routing.rule;

/** Where a site may be, and who enforces the law on radiation there. */
public enum Country {
    ENGLAND("England", "CQC"),
    WALES("Wales", "Healthcare Inspectorate Wales"),
    SCOTLAND("Scotland", "Healthcare Improvement Scotland"),
    NORTHERN_IRELAND("Northern Ireland", "the Regulation and Quality Improvement Authority");

    private final String title;
    private final String radiationEnforcer;

    Country(String title, String radiationEnforcer) {
        this.title = title;
        this.radiationEnforcer = radiationEnforcer;
    }

    String whyNotCqc() {
        return "The site is in " + title + ", which CQC does not regulate; exposures to radiation are told there to "
                + radiationEnforcer + ".";
    }
}
