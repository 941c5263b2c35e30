package org.notificationhub.intake.lfpse;

import java.util.List;
import java.util.Locale;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.lfpse.OperationOutcome.Issue;
import org.notificationhub.intake.lfpse.OperationOutcome.Severity;

/** A refusal of the hub's own as LfPSE would put it: an OperationOutcome that points into the event. */
final class RefusedEvent {

    private static final String EVENT = "AdverseEvent";
    private static final String BLOCK = "/details/lfpse/";
    private static final int UNPROCESSABLE = 422;
    private static final int GONE = 410;

    private RefusedEvent() {}

    static String outcome(Refusal refusal) {
        var kind = refusal.kind();
        var issues = refusal.faults().stream()
                .map(fault -> issue(kind, fault))
                .distinct()
                .toList();
        return OperationOutcome.write(
                null,
                issues.isEmpty()
                        ? List.of(new Issue(Severity.ERROR, type(kind), rule(kind.name()), null, refusal.getMessage()))
                        : issues);
    }

    /** What keeps LfPSE's rules and not the hub's can be read, so it is no bad request. */
    static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case VALIDATION -> UNPROCESSABLE;
            case ALREADY_WITHDRAWN -> GONE;
            default -> refusal.kind().status();
        };
    }

    private static Issue issue(ProblemKind kind, Fault fault) {
        return new Issue(Severity.ERROR, type(kind), rule(fault.code()), location(fault.pointer()), fault.detail());
    }

    private static String type(ProblemKind kind) {
        return switch (kind) {
            case UNREADABLE -> "structure";
            case FORBIDDEN -> "forbidden";
            case NOT_FOUND -> "not-found";
            case ALREADY_WITHDRAWN -> "deleted";
            case REFERENCE_REUSED -> "conflict";
            case TOO_LARGE -> "too-long";
            case UNAVAILABLE, TOO_MANY -> "transient";
            default -> "business-rule";
        };
    }

    private static String rule(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param pointer into the body that the event became */
    private static String location(String pointer) {
        if (pointer.startsWith(BLOCK)) {
            return inBlock(pointer.substring(BLOCK.length()).split("/"));
        }
        return switch (pointer) {
            case "/reference" -> EVENT + ".identifier.value";
            case "/provider/id" -> EVENT + ".location";
            case "/occurredAt", "/awareAt" -> EVENT + ".date";
            case "/summary", "/details/circumstances" -> extension("Description");
            default -> EVENT;
        };
    }

    /** The name of a question is unique in an event. */
    private static String inBlock(String[] path) {
        for (var i = path.length - 1; i >= 0; i--) {
            if (!path[i].chars().allMatch(Character::isDigit)) {
                return element(path[i]);
            }
        }
        return EVENT;
    }

    private static String element(String member) {
        return switch (member) {
            case "date" -> EVENT + ".date";
            case "reference" -> EVENT + ".identifier.value";
            default -> extension(member);
        };
    }

    private static String extension(String question) {
        return EVENT + ".descendants().where(url='" + question + "')";
    }
}
