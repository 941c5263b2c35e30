package org.notificationhub.maternity.site;

import io.quarkus.qute.TemplateExtension;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.Confidence;
import org.notificationhub.maternity.catalogue.ExcellenceExample.SourceKind;
import org.notificationhub.maternity.catalogue.KeyQuestion;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ReviewFigures.Measure;
import org.notificationhub.maternity.catalogue.ReviewFigures.Rating;
import org.notificationhub.maternity.catalogue.Theme;
import org.notificationhub.maternity.catalogue.VersionDiff;
import org.notificationhub.maternity.feedback.Intention;
import org.notificationhub.maternity.feedback.Respondent;
import org.notificationhub.maternity.feedback.Useful;
import org.notificationhub.maternity.finding.LineKind;

/** Codes and days as people say them. */
@TemplateExtension
class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Words() {}

    static String inWords(LocalDate day) {
        return DAY.format(day);
    }

    static String inWords(YearMonth month) {
        return MONTH.format(month);
    }

    /** A day, a month or a year, of which an example may be. */
    static String dateInWords(String dateOfFact) {
        return switch (dateOfFact.length()) {
            case 4 -> dateOfFact;
            case 7 -> inWords(YearMonth.parse(dateOfFact));
            default -> inWords(LocalDate.parse(dateOfFact));
        };
    }

    static String path(Theme theme) {
        return "/themes/" + theme.slug();
    }

    static String packPath(Theme theme) {
        return path(theme) + "/pack";
    }

    static String path(Resource resource) {
        return "/resources/" + resource.slug();
    }

    static String versionPath(Resource version) {
        return path(version) + "/v/" + version.version();
    }

    static String title(Audience audience) {
        return switch (audience) {
            case FRONTLINE -> "Frontline staff";
            case MANAGER -> "Managers";
            case BOARD -> "Board members";
            case INTEGRATED_CARE_SYSTEM -> "Integrated care systems";
        };
    }

    static String title(Respondent respondent) {
        return switch (respondent) {
            case FRONTLINE -> "Frontline staff";
            case MANAGER -> "Manager";
            case BOARD -> "Board member";
            case INTEGRATED_CARE_SYSTEM -> "Integrated care system";
            case OTHER -> "Something else";
        };
    }

    static String title(Useful useful) {
        return switch (useful) {
            case YES -> "Yes";
            case PARTLY -> "Partly";
            case NO -> "No";
        };
    }

    static String title(Intention intention) {
        return switch (intention) {
            case SHARE -> "Share it with my team";
            case CHECK -> "Check our practice against it";
            case PREPARE -> "Prepare for an assessment";
            case CHANGE -> "Change something";
            case NOTHING -> "Nothing for now";
        };
    }

    static String title(KeyQuestion question) {
        return switch (question) {
            case SAFE -> "Safe";
            case EFFECTIVE -> "Effective";
            case CARING -> "Caring";
            case RESPONSIVE -> "Responsive";
            case WELL_LED -> "Well-led";
        };
    }

    static String title(LineKind kind) {
        return switch (kind) {
            case CONTEXT -> "Why it matters";
            case GOOD_PRACTICE -> "Good practice";
            case QUESTION -> "What is assessed";
            case EXAMPLE -> "Example";
        };
    }

    static String title(SourceKind source) {
        return switch (source) {
            case REGULATOR -> "the regulator’s account";
            case OWN_STATEMENT -> "the organisation’s own account";
            case STUDY -> "a published study";
            case PARLIAMENT -> "evidence to Parliament";
        };
    }

    /** Nothing where we are sure. */
    static String reservation(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> "";
            case MEDIUM -> "Read at second hand, or in part.";
            case LOW -> "From one weak source.";
            case UNCHECKED -> "From general knowledge; check it before you rely on it.";
        };
    }

    static String title(Measure measure) {
        return switch (measure) {
            case OVERALL -> "overall";
            case SAFE -> "being safe";
            case WELL_LED -> "being well-led";
        };
    }

    static String title(Rating rating) {
        return switch (rating) {
            case OUTSTANDING -> "Outstanding";
            case GOOD -> "Good";
            case REQUIRES_IMPROVEMENT -> "Requires improvement";
            case INADEQUATE -> "Inadequate";
        };
    }

    static String title(VersionDiff.Kind kind) {
        return switch (kind) {
            case ADDED -> "Added";
            case REMOVED -> "Removed";
            case CHANGED -> "Changed";
            case MOVED -> "Moved";
        };
    }

    /** The part of a resource that a line is in. */
    static String sectionTitle(VersionDiff.Change change) {
        return switch (change.section()) {
            case "context" -> "Why it matters";
            case "goodPractice" -> "What good looks like";
            case "questions" -> "What is assessed";
            case "examples" -> "Examples of excellence";
            case "references" -> "References";
            default -> "About the resource";
        };
    }

    /** What a line has, as a page would call it. */
    static String memberTitle(VersionDiff.MemberChange change) {
        return switch (change.member()) {
            case "audiences" -> "Asked of";
            case "criteria" -> "Under";
            case "evidence" -> "What would show it";
            case "references" -> "Rests on";
            case "confidence" -> "How sure we are";
            case "dateOfFact" -> "As it was in";
            case "sourceKind" -> "By whose word";
            case "reviewBy" -> "Counts as older from";
            default ->
                change.member().substring(0, 1).toUpperCase(Locale.ENGLISH)
                        + change.member().substring(1);
        };
    }
}
