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
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;

/** Reads the activity that was recorded. */
@ApplicationScoped
public class ActivityReader implements ActivityFigures {

    private static final String ACTIVITIES = """
            select distinct on (year, modality, provider_id)
                   year, modality, provider_id, amount, bound, unit, source, published_on
              from activity
             where year between ? and ? and recorded_at <= ?
             order by year, modality, provider_id, recorded_at desc""";

    private final DataSource database;

    ActivityReader(DataSource database) {
        this.database = database;
    }

    @Override
    public List<Activity> activities(ReportingYear first, ReportingYear last, Instant asOf) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ACTIVITIES)) {
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
            throw new IllegalStateException("The activity cannot be reached", e);
        }
    }

    private static Activity activity(ResultSet row) throws SQLException {
        var provider = row.getString("provider_id");
        return new Activity(
                new ReportingYear(row.getInt("year")),
                Modality.valueOf(row.getString("modality")),
                provider.isEmpty() ? null : provider,
                row.getLong("amount"),
                Activity.Bound.valueOf(row.getString("bound")),
                row.getString("unit"),
                row.getString("source"),
                row.getObject("published_on", LocalDate.class));
    }
}
