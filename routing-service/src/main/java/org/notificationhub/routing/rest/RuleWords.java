package org.notificationhub.routing.rest;

import java.util.Locale;
import org.notificationhub.routing.rule.Confidence;
import org.notificationhub.routing.rule.RoutingRule;
import org.notificationhub.routing.rule.StatutoryDuty;

/** The codes of the rule table in plain words. */
final class RuleWords {

    private RuleWords() {}

    static String of(StatutoryDuty duty) {
        return switch (duty) {
            case CQC_DIRECT -> "Tell CQC";
            case LFPSE_DISCHARGES -> "Report it to LfPSE; if LfPSE does not accept it, tell CQC";
            case NOT_REQUIRED -> "CQC need not be told";
            case HOLD -> "A person must decide";
        };
    }

    static String of(Confidence confidence) {
        return switch (confidence) {
            case CERTAIN -> "We are certain of this.";
            case LIKELY -> "This is likely; parts of the source were not seen.";
            case UNCERTAIN -> "We are not certain; check it before you rely on it.";
        };
    }

    static String byWhen(RoutingRule rule) {
        return switch (rule.duty()) {
            case CQC_DIRECT, LFPSE_DISCHARGES -> sentence(rule.limit());
            case NOT_REQUIRED -> "No time limit";
            case HOLD -> "Not known";
        };
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    /** A part of an address within the page. */
    static String slug(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
