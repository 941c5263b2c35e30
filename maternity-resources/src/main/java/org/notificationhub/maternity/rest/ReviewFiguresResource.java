package org.notificationhub.maternity.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.ReviewFigures;

/** What CQC's national review of maternity services found, as numbers. */
@Path("/v1/review-figures")
@Tag(name = "Review figures")
@PermitAll
public class ReviewFiguresResource {

    private final ResourceCatalogue catalogue;

    ReviewFiguresResource(ResourceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation(
            summary = "Ratings of the national review, with earlier points",
            description =
                    "Percentages as published, each with its source and scope. None is computed here, and those of "
                            + "different scope are not one trend.")
    public ReviewFigures figures() {
        return catalogue.reviewFigures();
    }
}
