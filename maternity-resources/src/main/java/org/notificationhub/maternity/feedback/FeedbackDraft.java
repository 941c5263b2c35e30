package org.notificationhub.maternity.feedback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.identifying.IdentifyingText;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/** Answers as they were sent. A blank one counts as none. */
public record FeedbackDraft(
        String resource, String version, String useful, String audience, String intention, String comment) {

    public static final int LONGEST_COMMENT = 1200;

    /** Refused with every fault there is. */
    public Feedback checked(ResourceCatalogue catalogue) {
        var faults = new ArrayList<Fault>();
        var about = catalogue.resource(String.valueOf(resource)).orElse(null);
        if (about == null) {
            faults.add(new Fault("/resource", "UNKNOWN_RESOURCE", "Use the slug of a resource"));
        }
        var feedback = new Feedback(
                about == null ? null : about.id(),
                version(about, faults),
                required(code("/useful", spelt(useful), Useful.values(), faults), faults),
                code("/audience", audience, Respondent.values(), faults),
                code("/intention", intention, Intention.values(), faults),
                comment(faults));
        if (!faults.isEmpty()) {
            throw new Refusal(ProblemKind.VALIDATION, faults);
        }
        return feedback;
    }

    private int version(Resource about, List<Fault> faults) {
        if (isBlank(version)) {
            faults.add(new Fault("/version", "REQUIRED", "Say which version was read"));
        } else if (!version.matches("\\d{1,6}")
                || Integer.parseInt(version) < 1
                || about != null && Integer.parseInt(version) > about.version()) {
            faults.add(new Fault("/version", "UNKNOWN_VERSION", "Use a version that the resource has or had"));
        } else {
            return Integer.parseInt(version);
        }
        return 0;
    }

    /** Programs have a type of their own for yes and no. */
    private static String spelt(String useful) {
        return "true".equals(useful) ? "YES" : "false".equals(useful) ? "NO" : useful;
    }

    private Useful required(Useful given, List<Fault> faults) {
        if (isBlank(useful)) {
            faults.add(new Fault("/useful", "REQUIRED", "Say whether it was useful: YES, PARTLY or NO"));
        }
        return given;
    }

    private String comment(List<Fault> faults) {
        if (isBlank(comment)) {
            return null;
        }
        var text = comment.replace("\r\n", "\n").replace('\0', ' ').strip();
        if (text.codePointCount(0, text.length()) > LONGEST_COMMENT) {
            faults.add(new Fault("/comment", "TOO_LONG", "Use at most " + LONGEST_COMMENT + " characters"));
        }
        faults.addAll(IdentifyingText.faults("/comment", text));
        return text;
    }

    private static <E extends Enum<E>> E code(String pointer, String given, E[] codes, List<Fault> faults) {
        if (isBlank(given)) {
            return null;
        }
        for (var code : codes) {
            if (code.name().equals(given)) {
                return code;
            }
        }
        faults.add(new Fault(pointer, "NOT_A_CODE", "Use one of: " + Arrays.toString(codes)));
        return null;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
