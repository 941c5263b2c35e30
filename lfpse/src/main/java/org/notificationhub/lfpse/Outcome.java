package org.notificationhub.lfpse;

import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.notificationhub.lfpse.Fault.Severity;

/** Faults as FHIR tells them: those of a rule by its code, those of the parser in words. It is the same in R4 and STU3. */
final class Outcome {

    private Outcome() {}

    /** One issue for information where there is no fault. */
    static String of(List<Fault> faults) {
        var outcome = new OperationOutcome();
        faults.forEach(fault -> add(outcome, fault));
        if (faults.isEmpty()) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.INFORMATION)
                    .setCode(IssueType.INFORMATIONAL)
                    .getDetails()
                    .setText("Nothing is wrong with the event");
        }
        return Fhir.write(outcome);
    }

    private static void add(OperationOutcome outcome, Fault fault) {
        var issue = outcome.addIssue().setSeverity(severity(fault.severity()));
        issue.addExpression(fault.location());
        if (fault.severity() == Severity.FATAL) {
            issue.setCode(IssueType.STRUCTURE).setDiagnostics(fault.text());
        } else {
            issue.setCode(IssueType.BUSINESSRULE)
                    .getDetails()
                    .setText(fault.text())
                    .addCoding()
                    .setCode(fault.rule());
        }
    }

    private static IssueSeverity severity(Severity severity) {
        return switch (severity) {
            case FATAL -> IssueSeverity.FATAL;
            case ERROR -> IssueSeverity.ERROR;
            case WARNING -> IssueSeverity.WARNING;
        };
    }
}
