package org.notificationhub.irmer.exposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.notificationhub.irmer.report.Modality;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.Tally;

/** The table of what was said, and the questions put to it. */
@ApplicationScoped
public class ExposureRepository {

    private static final String ADD = """
            insert into exposure (notification_id, version, recorded_at, provider_id, received_at, told_cqc_at,
                                  modality, test, withdrawn)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (notification_id, version) do nothing""";

    /**
     * One row a notification, as known at a time: content from its highest version that has any, standing from its highest.
     * One whose first version has not come yet has no day, unless CQC had been told before.
     */
    private static final String KNOWN = """
            with recorded as (
                select * from exposure where recorded_at <= ?
            ), content as (
                select distinct on (notification_id) notification_id, modality, test, told_cqc_at
                  from recorded where not withdrawn
                 order by notification_id, version desc
            ), standing as (
                select notification_id, min(received_at) as received_at,
                       (array_agg(withdrawn order by version desc))[1] as withdrawn
                  from recorded group by notification_id
            ), known as (
                select modality, withdrawn, coalesce(told_cqc_at, received_at) as notified_at
                  from content join standing using (notification_id) where not test
            )
            """;

    private static final String TALLY = KNOWN + """
            select modality, withdrawn, count(*) as count from known
             where notified_at >= ? and notified_at < ?
             group by modality, withdrawn""";

    private static final String SPAN = KNOWN + "select min(notified_at), max(notified_at) from known";

    private final DataSource database;

    ExposureRepository(DataSource database) {
        this.database = database;
    }

    /** The same version again changes nothing. */
    void add(Exposure exposure, Instant recordedAt) {
        ask(ADD, insert -> {
            insert.setObject(1, exposure.notificationId());
            insert.setInt(2, exposure.version());
            insert.setObject(3, utc(recordedAt));
            insert.setString(4, exposure.providerId());
            insert.setObject(5, utc(exposure.receivedAt()));
            insert.setObject(6, utc(exposure.toldCqcAt()));
            insert.setString(
                    7, exposure.modality() == null ? null : exposure.modality().name());
            insert.setBoolean(8, exposure.test());
            insert.setBoolean(9, exposure.withdrawn());
            return insert.executeUpdate();
        });
    }

    public List<Tally> tally(ReportingYear year, Instant asOf) {
        return ask(TALLY, select -> {
            select.setObject(1, utc(asOf));
            select.setObject(2, utc(year.begins()));
            select.setObject(3, utc(year.ends()));
            try (var rows = select.executeQuery()) {
                var tallies = new ArrayList<Tally>();
                while (rows.next()) {
                    tallies.add(new Tally(modality(rows), rows.getBoolean("withdrawn"), rows.getInt("count")));
                }
                return tallies;
            }
        });
    }

    /** Every year from that of the first notification to that of the last, the empty ones between too. */
    public List<ReportingYear> years(Instant asOf) {
        return ask(SPAN, select -> {
            select.setObject(1, utc(asOf));
            try (var span = select.executeQuery()) {
                span.next();
                var first = span.getObject(1, OffsetDateTime.class);
                var last = span.getObject(2, OffsetDateTime.class);
                return first == null ? List.of() : years(first.toInstant(), last.toInstant());
            }
        });
    }

    private static List<ReportingYear> years(Instant first, Instant last) {
        return Stream.iterate(ReportingYear.of(first), year -> !year.begins().isAfter(last), ReportingYear::next)
                .toList();
    }

    private static Modality modality(ResultSet row) throws SQLException {
        var code = row.getString("modality");
        return code == null ? null : Modality.valueOf(code);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private <T> T ask(String sql, Question<T> question) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return question.put(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The exposures cannot be reached", e);
        }
    }

    private interface Question<T> {
        T put(PreparedStatement statement) throws SQLException;
    }
}
