package org.notificationhub.maternity.report;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.report.DueReview.Kind;

/** What has to be read again. */
public final class ReviewReport {

    private ReviewReport() {}

    /** @return the most overdue first */
    public static List<DueReview> dueBy(LocalDate day, List<Resource> newest) {
        return newest.stream()
                .flatMap(ReviewReport::reviews)
                .filter(review -> !review.due().isAfter(day))
                .sorted(Comparator.comparing(DueReview::due)
                        .thenComparing(DueReview::resource)
                        .thenComparing(DueReview::place))
                .toList();
    }

    private static Stream<DueReview> reviews(Resource resource) {
        var whole = new DueReview(Kind.RESOURCE, resource.slug(), "", resource.title(), resource.reviewDue());
        var examples = resource.examples().stream()
                .map(each -> new DueReview(
                        Kind.EXAMPLE, resource.slug(), each.anchor(), each.organisation(), each.reviewBy()));
        return Stream.concat(Stream.of(whole), examples);
    }
}
