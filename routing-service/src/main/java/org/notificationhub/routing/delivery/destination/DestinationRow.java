package org.notificationhub.routing.delivery.destination;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.notificationhub.routing.delivery.destination.Bucket.Rate;
import org.notificationhub.routing.rule.Authority;

/** A destination as the database keeps it. */
final class DestinationRow {

    private DestinationRow() {}

    /** @param rate null for none: what was left of an earlier one is forgotten */
    static Destination read(ResultSet row, Rate rate, Instant now) throws SQLException {
        return new Destination(
                Authority.valueOf(row.getString("authority")),
                row.getBoolean("paused"),
                circuit(row),
                instant(row, "held_until"),
                rate == null ? null : bucket(row, rate, now),
                row.getInt("in_flight"));
    }

    static Circuit circuit(ResultSet row) throws SQLException {
        var since = instant(row, "circuit_since");
        var failed = List.of((UUID[]) row.getArray("failed").getArray());
        var openings = row.getInt("openings");
        return switch (Circuit.State.valueOf(row.getString("circuit"))) {
            case CLOSED -> new Circuit.Closed(since, failed, openings, row.getObject("ramp", Integer.class));
            case OPEN -> new Circuit.Open(since, failed, openings, instant(row, "open_until"));
            case HALF_OPEN -> new Circuit.HalfOpen(since, failed, openings);
        };
    }

    private static Bucket bucket(ResultSet row, Rate rate, Instant now) throws SQLException {
        var at = instant(row, "tokens_at");
        return at == null ? Bucket.full(rate, now) : new Bucket(rate, row.getDouble("tokens"), at);
    }

    /** Fills places 1 to 9; the authority is the tenth. */
    static void write(PreparedStatement update, Destination destination) throws SQLException {
        var circuit = destination.circuit();
        var bucket = destination.bucket();
        update.setString(1, circuit.state().name());
        update.setTimestamp(2, Timestamp.from(circuit.since()));
        update.setArray(
                3, update.getConnection().createArrayOf("uuid", circuit.failed().toArray()));
        update.setInt(4, circuit.openings());
        update.setTimestamp(5, circuit instanceof Circuit.Open open ? Timestamp.from(open.until()) : null);
        update.setObject(6, circuit instanceof Circuit.Closed closed ? closed.ramp() : null, java.sql.Types.INTEGER);
        update.setTimestamp(7, timestamp(destination.heldUntil()));
        update.setObject(8, bucket == null ? null : bucket.tokens(), java.sql.Types.DOUBLE);
        update.setTimestamp(9, bucket == null ? null : Timestamp.from(bucket.at()));
        update.setString(10, destination.authority().name());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static Timestamp timestamp(Instant time) {
        return time == null ? null : Timestamp.from(time);
    }
}
