package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.notificationhub.irmer.report.ErrorTree;
import org.notificationhub.irmer.report.ReportingYear;

/** What went wrong in a year, as reviews found it. */
public record ErrorsView(
        @Schema(examples = "2023/24") String year,

        @Schema(description = "What was recorded later is left out")
        Instant asOf,

        List<ModalityErrors> modalities) {

    static ErrorsView of(ReportingYear year, Instant asOf, List<ErrorTree> trees) {
        return new ErrorsView(
                year.toString(), asOf, trees.stream().map(ModalityErrors::of).toList());
    }

    /** A modality's tree. */
    public record ModalityErrors(
            @Schema(description = "A modality, or NOT_KNOWN where something has none", examples = "DIAGNOSTIC_IMAGING")
            String modality,

            @Schema(examples = "Diagnostic imaging") String label,

            @Schema(description = "Notifications of the modality", examples = "447")
            int count,

            @Schema(description = "Those of them that were not reviewed yet; in no tier", examples = "0")
            int awaitingReview,

            @Schema(description = "From whom the error arose, the commonest first")
            List<ErrorNode> tier1) {

        static ModalityErrors of(ErrorTree tree) {
            return new ModalityErrors(
                    tree.modality().code(),
                    tree.modality().label(),
                    tree.count(),
                    tree.awaitingReview(),
                    ErrorNode.of(tree.nodes()));
        }
    }

    /** An error, and what it is made up of. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ErrorNode(
            @Schema(examples = "REFERRER") String code,
            @Schema(examples = "Referrer") String label,
            @Schema(examples = "146") int count,

            @Schema(
                    description = "Of the modality's notifications, to the nearest whole number and a half upwards",
                    examples = "33")
            Integer percent,

            @Schema(description = "Those of count that are in none of the children", examples = "0")
            int notClassifiedFurther,

            @Schema(description = "Of the next tier: where in the pathway, then what went wrong")
            List<ErrorNode> children) {

        static List<ErrorNode> of(List<ErrorTree.Node> nodes) {
            return nodes.stream()
                    .map(node -> new ErrorNode(
                            node.code(),
                            node.label(),
                            node.count(),
                            node.percent(),
                            node.notClassifiedFurther(),
                            of(node.children())))
                    .toList();
        }
    }
}
