package org.notificationhub.routing.rest;

import java.util.Locale;
import org.notificationhub.routing.rule.Confidence;
import org.notificationhub.routing.rule.ProviderClass;
import org.notificationhub.routing.rule.StatutoryDuty;

/** The codes of the rule table in plain words. */
final class RuleWords {

    private RuleWords() {}

    static String of(ProviderClass providerClass) {
        return switch (providerClass) {
            case NHS_BODY -> "NHS trust or other health service body";
            case INDEPENDENT -> "Independent provider";
        };
    }

    static String of(StatutoryDuty duty) {
        return switch (duty) {
            case CQC_DIRECT -> "Tell CQC";
            case LFPSE_DISCHARGES -> "Report it to LfPSE; if LfPSE does not accept it, tell CQC";
            case NOT_REQUIRED -> "Nobody need be told";
        };
    }

    static String of(Confidence confidence) {
        return switch (confidence) {
            case CERTAIN -> "We are certain of this.";
            case LIKELY -> "This is likely; parts of the source were not seen.";
            case UNCERTAIN -> "We are not certain; check it before you rely on it.";
        };
    }

    static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    /** A part of an address within the page. */
    static String slug(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
