package org.notificationhub.irmer.rest;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.provider.ProviderFigures;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.snapshot.YearBooks;

/** A year book of what there is by provider, for as long as nothing else binds a whole one. */
@DefaultBean
@ApplicationScoped
class ProviderYearBooks implements YearBooks {

    private final ProviderFigures providers;

    ProviderYearBooks(ProviderFigures providers) {
        this.providers = providers;
    }

    @Override
    public FigureBook of(ReportingYear year, Instant asOf) {
        return Books.of(
                "irmer-notifications-england-" + year.inPath(),
                "IR(ME)R notifications in England",
                year,
                asOf,
                providers.table(year, null, asOf));
    }
}
