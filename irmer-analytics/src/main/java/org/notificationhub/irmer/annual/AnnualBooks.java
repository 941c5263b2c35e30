package org.notificationhub.irmer.annual;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.provider.ProviderFigures;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.snapshot.YearBooks;

/** The annual report and, last, the table by provider. */
@ApplicationScoped
class AnnualBooks implements YearBooks {

    private final AnnualFigures figures;
    private final ProviderFigures providers;

    AnnualBooks(AnnualFigures figures, ProviderFigures providers) {
        this.figures = figures;
        this.providers = providers;
    }

    @Override
    public FigureBook of(ReportingYear year, Instant asOf) {
        return figures.book(year, asOf).and(providers.table(year, null, asOf));
    }
}
