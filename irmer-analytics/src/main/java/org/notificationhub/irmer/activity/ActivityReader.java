package org.notificationhub.irmer.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.notificationhub.irmer.activity.Activity.Bound;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

/** Reads how much was done, as known at a time. */
@ApplicationScoped
public class ActivityReader {

    /** An older publication that is told later is history, and does not replace a newer one. */
    private static final String KNOWN = """
            select distinct on (year, modality, provider_id)
                   year, modality, nullif(provider_id, '') as provider_id, amount, bound, unit, source, published_on
              from activity
             where year between ? and ? and recorded_at <= ?
             order by year, modality, provider_id, published_on desc nulls last, recorded_at desc""";

    private final DataSource database;

    ActivityReader(DataSource database) {
        this.database = database;
    }

    /** The newest figure of each year, modality and provider, England's first; by year and modality. */
    public List<Activity> activities(ReportingYear first, ReportingYear last, Instant asOf) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(KNOWN)) {
            statement.setInt(1, first.startYear());
            statement.setInt(2, last.startYear());
            statement.setObject(3, asOf.atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                var activities = new ArrayList<Activity>();
                while (rows.next()) {
                    activities.add(activity(rows));
                }
                return activities;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The activity figures cannot be reached", e);
        }
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                new ReportingYear(row.getInt("year")),
                Modality.valueOf(row.getString("modality")),
                row.getString("provider_id"),
                row.getLong("amount"),
                Bound.valueOf(row.getString("bound")),
                row.getString("unit"),
                row.getString("source"),
                row.getObject("published_on", LocalDate.class));
    }
}
