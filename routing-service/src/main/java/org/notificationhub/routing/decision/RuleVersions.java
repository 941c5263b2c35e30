package org.notificationhub.routing.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** Every rule table this hub has been given, and which of them is in use. Nothing is ever taken away. */
@ApplicationScoped
public class RuleVersions {

    private static final String KEEP =
            "insert into rule_version (edition, sha256, body, stored_at, stored_by) values (?, ?, ?, ?, ?) on conflict do nothing";

    private static final String ACTIVATE =
            "insert into rule_activation (edition, activated_at, activated_by, reason) values (?, ?, ?, ?)";

    private static final String ALL = """
            select v.edition, v.sha256, v.stored_at, v.stored_by, a.activated_at, a.activated_by, a.reason,
                   a.id = (select max(id) from rule_activation) as in_use
              from rule_version v left join lateral
                   (select * from rule_activation a where a.edition = v.edition order by a.id desc limit 1) a on true
             order by v.stored_at, v.edition""";

    private static final String IN_USE = "select edition from rule_activation order by id desc limit 1";
    private static final String BODY = "select body, sha256 from rule_version where edition = ?";

    private final DataSource database;
    private final Clock clock;

    RuleVersions(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param text a table that can be read
     * @return whether it was not there before
     * @throws EditionTaken another table has that edition
     */
    @Transactional
    public boolean keep(String edition, String text, String by) {
        var sha256 = sha256(text);
        try (var connection = database.getConnection();
                var keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, edition);
            keep.setString(2, sha256);
            keep.setString(3, text);
            keep.setTimestamp(4, Timestamp.from(clock.instant()));
            keep.setString(5, by);
            if (keep.executeUpdate() == 1) {
                return true;
            }
            if (!column(connection, BODY, edition, "sha256").equals(Optional.of(sha256))) {
                throw new EditionTaken(edition);
            }
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException("A rule table cannot be kept", e);
        }
    }

    /** From now on the hub decides by it. Kept for ever, with who did it and why. */
    @Transactional
    public void activate(String edition, String by, String reason) {
        try (var connection = database.getConnection();
                var activate = connection.prepareStatement(ACTIVATE)) {
            activate.setString(1, edition);
            activate.setTimestamp(2, Timestamp.from(clock.instant()));
            activate.setString(3, by);
            activate.setString(4, reason);
            activate.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A rule table cannot be put into use", e);
        }
    }

    public Optional<String> inUse() {
        return column(IN_USE, null, "edition");
    }

    public Optional<String> text(String edition) {
        return column(BODY, edition, "body");
    }

    /** The first one first. */
    public List<Version> all() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ALL);
                var row = statement.executeQuery()) {
            var all = new ArrayList<Version>();
            while (row.next()) {
                all.add(Version.of(row));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException("The rule tables cannot be listed", e);
        }
    }

    private Optional<String> column(String query, String edition, String column) {
        try (var connection = database.getConnection()) {
            return column(connection, query, edition, column);
        } catch (SQLException e) {
            throw new IllegalStateException("The rule tables cannot be read", e);
        }
    }

    private static Optional<String> column(Connection connection, String query, String edition, String column)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            if (edition != null) {
                statement.setString(1, edition);
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(column)) : Optional.empty();
            }
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * A rule table that was given to the hub.
     *
     * @param activatedAt the last time it was put into use; null for never
     */
    public record Version(
            String edition,
            String sha256,
            Instant storedAt,
            String storedBy,
            boolean inUse,
            Instant activatedAt,
            String activatedBy,
            String reason) {

        private static Version of(ResultSet row) throws SQLException {
            var activatedAt = row.getTimestamp("activated_at");
            return new Version(
                    row.getString("edition"),
                    row.getString("sha256"),
                    row.getTimestamp("stored_at").toInstant(),
                    row.getString("stored_by"),
                    row.getBoolean("in_use"),
                    activatedAt == null ? null : activatedAt.toInstant(),
                    row.getString("activated_by"),
                    row.getString("reason"));
        }
    }

    /** Two different tables cannot go by one name. */
    public static final class EditionTaken extends Refusal {
        EditionTaken(String edition) {
            super(
                    ProblemKind.EDITION_TAKEN,
                    "Another rule table is stored as edition " + edition + "; give this one an edition of its own");
        }
    }
}
