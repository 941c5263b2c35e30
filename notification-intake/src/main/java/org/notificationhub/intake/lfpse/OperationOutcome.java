package org.notificationhub.intake.lfpse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** FHIR's answer in issues, for what LfPSE's tables know nothing of. */
final class OperationOutcome {

    private OperationOutcome() {}

    enum Severity {
        ERROR("error"),
        WARNING("warning"),
        INFORMATION("information");

        private final String code;

        Severity(String code) {
            this.code = code;
        }
    }

    /**
     * @param type of FHIR's list {@code issue-type}
     * @param rule stable code of ours
     * @param location in the manner of FHIRPath; null for the whole
     */
    record Issue(Severity severity, String type, String rule, String location, String text) {}

    /** @param id of the event it is about; null where none is stored */
    static String write(String id, List<Issue> issues) {
        var outcome = JsonNodeFactory.instance.objectNode().put("resourceType", "OperationOutcome");
        if (id != null) {
            outcome.put("id", id);
        }
        var list = outcome.putArray("issue");
        for (var issue : issues) {
            var each = list.addObject().put("severity", issue.severity.code).put("code", issue.type);
            var details = each.putObject("details");
            details.putArray("coding").addObject().put("code", issue.rule);
            details.put("text", issue.text);
            if (issue.location != null) {
                each.putArray("expression").add(issue.location);
            }
        }
        return outcome.toString();
    }
}
