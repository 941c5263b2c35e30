package org.notificationhub.intake.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.notificationhub.events.NotificationStatus;
import org.notificationhub.events.WireJson;
import org.notificationhub.intake.status.StatusChange.Placed;

/** Every change in how a notification stands, in one order that never changes afterwards. */
@ApplicationScoped
public class StatusFeed {

    private static final ObjectMapper JSON = WireJson.tolerantReader();
    private static final TypeReference<List<StatusChange.Duty>> DUTIES = new TypeReference<>() {};
    private static final TypeReference<List<StatusChange.Delivery>> DELIVERIES = new TypeReference<>() {};

    private static final String OF_EVERY_PROVIDER = """
            select * from status_change
             where position > ? and (?::text[] is null or status = any (?::text[]))
             order by position limit ?""";

    /** Provider by provider, so that the index gives each one's next changes without looking at the others'. */
    private static final String OF_PROVIDERS = """
            select news.* from unnest(?::text[]) as mine (id)
             cross join lateral (select * from status_change
                                  where provider_id = mine.id and position > ?
                                    and (?::text[] is null or status = any (?::text[]))
                                  order by position limit ?) news
             order by news.position limit ?""";

    private final DataSource database;

    StatusFeed(DataSource database) {
        this.database = database;
    }

    /** The place of the newest change; 0 before the first. */
    public long end() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(position), 0) from status_change")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The feed cannot be read", e);
        }
    }

    /** What follows {@code position}, at most {@code limit} of it. */
    public List<Placed> after(long position, Interest interest, int limit) {
        try (var connection = database.getConnection()) {
            return interest.providerIds() == null
                    ? ofEveryProvider(connection, position, interest, limit)
                    : ofProviders(connection, position, interest, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The feed cannot be read", e);
        }
    }

    private static List<Placed> ofEveryProvider(Connection connection, long position, Interest interest, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement(OF_EVERY_PROVIDER)) {
            var statuses = interest.statusArray(connection);
            select.setLong(1, position);
            select.setArray(2, statuses);
            select.setArray(3, statuses);
            select.setInt(4, limit);
            return read(select.executeQuery());
        }
    }

    private static List<Placed> ofProviders(Connection connection, long position, Interest interest, int limit)
            throws SQLException {
        try (var select = connection.prepareStatement(OF_PROVIDERS)) {
            var statuses = interest.statusArray(connection);
            select.setArray(1, interest.providerArray(connection));
            select.setLong(2, position);
            select.setArray(3, statuses);
            select.setArray(4, statuses);
            select.setInt(5, limit);
            select.setInt(6, limit);
            return read(select.executeQuery());
        }
    }

    private static List<Placed> read(ResultSet rows) throws SQLException {
        var found = new ArrayList<Placed>();
        while (rows.next()) {
            found.add(new Placed(rows.getLong("position"), change(rows)));
        }
        return found;
    }

    private static StatusChange change(ResultSet row) throws SQLException {
        return new StatusChange(
                row.getObject("id", UUID.class),
                row.getObject("notification_id", UUID.class),
                row.getString("reference"),
                row.getString("provider_id"),
                row.getInt("version"),
                NotificationStatus.valueOf(row.getString("status")),
                previous(row.getString("previous_status")),
                json(row.getString("duties"), DUTIES),
                json(row.getString("deliveries"), DELIVERIES),
                row.getTimestamp("at").toInstant(),
                row.getString("because"));
    }

    private static NotificationStatus previous(String code) {
        return code == null ? null : NotificationStatus.valueOf(code);
    }

    private static <T> T json(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change that was kept cannot be read", e);
        }
    }
}
