package org.notificationhub.maternity.site;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.ReviewFigures;
import org.notificationhub.maternity.catalogue.ReviewFigures.Measure;
import org.notificationhub.maternity.catalogue.ReviewFigures.Series;

/** What the national review published, as charts that are drawn from their tables. */
@Path("/")
@PermitAll
public class FiguresPage {

    private final ResourceCatalogue catalogue;

    FiguresPage(ResourceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Path("/figures")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public TemplateInstance page() {
        var figures = catalogue.reviewFigures();
        var newestFirst = new ArrayList<>(figures.series());
        newestFirst.sort(Comparator.comparing(Series::published).reversed());
        var charts = newestFirst.stream()
                .flatMap(series ->
                        Arrays.stream(Measure.values()).flatMap(measure -> Chart.of(series, measure).stream()))
                .toList();
        return new figures(figures, charts);
    }

    @GET
    @Path("/figures.csv")
    @Produces("text/csv;charset=UTF-8")
    @Operation(hidden = true)
    public RestResponse<String> csv() {
        return RestResponse.ResponseBuilder.ok(FiguresCsv.of(catalogue.reviewFigures()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.csv\""
                                .formatted(catalogue.reviewFigures().dataset()))
                .build();
    }

    /** Its name is the template's. */
    record figures(ReviewFigures figures, List<Chart> charts) implements TemplateInstance {}
}
