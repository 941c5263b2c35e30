package org.notificationhub.routing.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Binds what has been added to the chains by an anchor, which leaves the machine in the log: from then on nobody can shorten
 * or rewrite a chain unseen. One replica at a time does it.
 */
@ApplicationScoped
class AnchorEvidence {

    /** More makes another anchor, so that memory has a bound and no path is longer than twelve hashes. */
    private static final int MOST = 4096;

    private static final String NONE = "0".repeat(64);

    /** Any number that nothing else in this database locks. */
    private static final String ALONE = "select pg_try_advisory_xact_lock(1400)";

    private static final String LAST =
            "select number, hash, horizon::text as horizon from evidence_anchor order by number desc limit 1";

    /**
     * An entry whose transaction is still open is found later: the horizon never passes it. Where the horizon lies in the
     * future, the database has been moved to another server, whose transactions count anew, and everything is looked at.
     */
    private static final String GROWN = """
            select distinct on (e.notification_id) e.notification_id, e.number, e.hash,
                   pg_snapshot_xmin(pg_current_snapshot())::text as horizon
              from evidence e
             where e.written_in >= (select case when given > pg_snapshot_xmax(pg_current_snapshot()) then '0'::xid8
                                                else given end
                                      from (select ?::xid8 as given) last)
               and not exists (select from evidence_proof p
                                where p.notification_id = e.notification_id and p.entry >= e.number)
             order by e.notification_id, e.number desc limit ?""";

    private static final String KEEP =
            "insert into evidence_anchor (" + Anchor.COLUMNS + ", horizon) values (?, ?, ?, ?, ?, ?, ?, ?, ?::xid8)";

    private static final String PROVE = """
            insert into evidence_proof (notification_id, entry, hash, anchor, position, path) values (?, ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final EvidenceKeys keys;
    private final Clock clock;

    AnchorEvidence(DataSource database, EvidenceKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** Empty where nothing has been added, or another replica is at it. */
    @Transactional
    Optional<Anchored> anchor() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!isAlone(connection)) {
                return Optional.empty();
            }
            var last = last(connection);
            var grown = grown(connection, last.horizon);
            return grown.isEmpty() ? Optional.empty() : Optional.of(anchor(connection, last, grown));
        }
    }

    private Anchored anchor(Connection connection, Last last, List<Head> grown) throws SQLException {
        var tree = new MerkleTree(grown.stream().map(Head::hash).toList());
        var anchor = Anchor.of(
                last.number + 1,
                clock.instant(),
                grown.size(),
                tree.root(),
                last.hash,
                keys.signing().orElse(null));
        var isMore = grown.size() == MOST;
        keep(connection, anchor, isMore ? last.horizon : grown.get(0).horizon);
        prove(connection, anchor, grown, tree);
        return new Anchored(anchor, isMore);
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(ALONE);
                var row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static Last last(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LAST);
                var row = statement.executeQuery()) {
            return row.next()
                    ? new Last(
                            row.getLong("number"),
                            HexFormat.of().formatHex(row.getBytes("hash")),
                            row.getString("horizon"))
                    : new Last(0, NONE, "0");
        }
    }

    private static List<Head> grown(Connection connection, String horizon) throws SQLException {
        try (var statement = connection.prepareStatement(GROWN)) {
            statement.setString(1, horizon);
            statement.setInt(2, MOST);
            try (var row = statement.executeQuery()) {
                var grown = new ArrayList<Head>();
                while (row.next()) {
                    grown.add(Head.of(row));
                }
                return grown;
            }
        }
    }

    private static void keep(Connection connection, Anchor anchor, String horizon) throws SQLException {
        try (var keep = connection.prepareStatement(KEEP)) {
            keep.setLong(1, anchor.number());
            keep.setTimestamp(2, Timestamp.from(anchor.at()));
            keep.setInt(3, anchor.leaves());
            keep.setBytes(4, HexFormat.of().parseHex(anchor.root()));
            keep.setBytes(5, HexFormat.of().parseHex(anchor.previousHash()));
            keep.setBytes(6, HexFormat.of().parseHex(anchor.hash()));
            keep.setString(7, anchor.kid());
            keep.setBytes(
                    8,
                    anchor.signature() == null ? null : Base64.getUrlDecoder().decode(anchor.signature()));
            keep.setString(9, horizon);
            keep.executeUpdate();
        }
    }

    private static void prove(Connection connection, Anchor anchor, List<Head> grown, MerkleTree tree)
            throws SQLException {
        try (var prove = connection.prepareStatement(PROVE)) {
            for (var position = 0; position < grown.size(); position++) {
                var head = grown.get(position);
                prove.setObject(1, head.notificationId);
                prove.setInt(2, head.number);
                prove.setBytes(3, head.hash);
                prove.setLong(4, anchor.number());
                prove.setInt(5, position);
                prove.setBytes(6, tree.path(position));
                prove.addBatch();
            }
            prove.executeBatch();
        }
    }

    /** @param isMore whether there may be more to anchor */
    record Anchored(Anchor anchor, boolean isMore) {}

    private record Last(long number, String hash, String horizon) {}

    /** The newest entry of a chain that has grown. */
    private record Head(UUID notificationId, int number, byte[] hash, String horizon) {
        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    row.getObject("notification_id", UUID.class),
                    row.getInt("number"),
                    row.getBytes("hash"),
                    row.getString("horizon"));
        }
    }
}
