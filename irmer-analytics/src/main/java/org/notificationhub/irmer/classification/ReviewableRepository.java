package org.notificationhub.irmer.classification;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.notificationhub.irmer.classification.Review.Reference;
import org.notificationhub.irmer.report.ReportingYear;

/** Finds what is reviewed: any exposure whose year is known, also one that is counted nowhere. */
@ApplicationScoped
class ReviewableRepository {

    /** Year and modality are those it is counted or left out under, so a word fits where it is shown. */
    private static final String FIND = """
            select counted.notification_id, cell.year, cell.path[1] as modality
              from counted
              cross join lateral unnest(counted.cells) as within (cell)
              join cell on cell.id = within.cell and cell.dimension in ('COUNTED', 'LEFT_OUT')
             where counted.until = 'infinity' and counted.notification_id = any(?)""";

    private static final String FIND_REFERENCES = """
            select distinct exposure.provider_id, exposure.reference, exposure.notification_id
              from unnest(?::text[], ?::text[]) as asked (provider_id, reference)
              join exposure using (provider_id, reference)""";

    private final DataSource database;

    ReviewableRepository(DataSource database) {
        this.database = database;
    }

    Map<UUID, Reviewable> find(Collection<UUID> notificationIds) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("uuid", notificationIds.toArray()));
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<Reviewable>();
                while (rows.next()) {
                    found.add(new Reviewable(
                            rows.getObject("notification_id", UUID.class),
                            new ReportingYear(rows.getInt("year")),
                            rows.getString("modality")));
                }
                return found.stream().collect(toMap(Reviewable::notificationId, Function.identity()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The exposures cannot be reached", e);
        }
    }

    Map<Reference, UUID> notificationIds(List<Reference> references) {
        if (references.isEmpty()) {
            return Map.of();
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FIND_REFERENCES)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", references.stream().map(Reference::provider).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            references.stream().map(Reference::reference).toArray()));
            try (var rows = statement.executeQuery()) {
                var found = new HashMap<Reference, UUID>();
                while (rows.next()) {
                    found.put(
                            new Reference(rows.getString("provider_id"), rows.getString("reference")),
                            rows.getObject("notification_id", UUID.class));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The exposures cannot be reached", e);
        }
    }
}
