package org.notificationhub.irmer.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.notificationhub.irmer.report.ReportingYear;

/** Adds activity figures to those that are known; nothing is ever replaced. */
@ApplicationScoped
public class StateActivity {

    private static final String STATE = """
            insert into activity (year, modality, provider_id, published_on, recorded_at, amount, bound, unit, source)
            select ?, given.modality, given.provider_id, given.published_on, ?, given.amount, given.bound, given.unit, given.source
              from unnest(?::text[], ?::text[], ?::date[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                   as given (modality, provider_id, published_on, amount, bound, unit, source)
              left join lateral (
                   select amount, bound, unit, source from activity known
                    where known.year = ? and known.modality = given.modality and known.provider_id = given.provider_id
                      and known.published_on is not distinct from given.published_on
                    order by recorded_at desc limit 1) newest on true
             where (newest.amount, newest.bound, newest.unit, newest.source)
                   is distinct from (given.amount, given.bound, given.unit, given.source)""";

    private final DataSource database;

    StateActivity(DataSource database) {
        this.database = database;
    }

    /**
     * Figures of a year, each modality and provider once. What is known of that publication already is left as it is.
     *
     * @return how many were new or different
     */
    public int state(ReportingYear year, List<Activity> figures, Instant recordedAt) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(STATE)) {
            insert.setInt(1, year.startYear());
            insert.setObject(2, recordedAt.atOffset(ZoneOffset.UTC));
            insert.setArray(3, texts(connection, figures, Activity::modality));
            insert.setArray(4, texts(connection, figures, figure -> figure.ofEngland() ? "" : figure.providerId()));
            insert.setArray(5, texts(connection, figures, Activity::publishedOn));
            insert.setArray(6, texts(connection, figures, Activity::amount));
            insert.setArray(7, texts(connection, figures, Activity::bound));
            insert.setArray(8, texts(connection, figures, Activity::unit));
            insert.setArray(9, texts(connection, figures, Activity::source));
            insert.setInt(10, year.startYear());
            return insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The activity figures cannot be kept", e);
        }
    }

    private static Array texts(Connection connection, List<Activity> figures, Function<Activity, Object> member)
            throws SQLException {
        return connection.createArrayOf(
                "text",
                figures.stream()
                        .map(member)
                        .map(value -> value == null ? null : value.toString())
                        .toArray());
    }
}
