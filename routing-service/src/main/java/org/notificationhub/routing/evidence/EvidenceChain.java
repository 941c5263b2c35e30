package org.notificationhub.routing.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Reads the chains and what anchors them. */
@ApplicationScoped
public class EvidenceChain {

    private static final int HASH = 32;

    private static final String ENTRIES = """
            select number, at, step, actor, body, previous_hash, hash
              from evidence where notification_id = ? order by number""";

    private static final String PROOFS = """
            select entry, hash, anchor, position, path from evidence_proof where notification_id = ? order by entry""";

    private static final String ANCHORS_OF = "select " + Anchor.COLUMNS + " from evidence_anchor where number in"
            + " (select anchor from evidence_proof where notification_id = ?) order by number";

    private static final String ANCHORS =
            "select " + Anchor.COLUMNS + " from evidence_anchor where number > ? order by number limit ?";

    private final DataSource database;
    private final Evidence evidence;

    EvidenceChain(DataSource database, Evidence evidence) {
        this.database = database;
        this.evidence = evidence;
    }

    /** The chain of a notification, with what was added in this transaction. */
    public List<Entry> entries(UUID notificationId) {
        evidence.write();
        return read(ENTRIES, statement -> statement.setObject(1, notificationId), Entry::of);
    }

    public List<Proof> proofs(UUID notificationId) {
        return read(PROOFS, statement -> statement.setObject(1, notificationId), Proof::of);
    }

    /** Those that its proofs name. */
    public List<Anchor> anchors(UUID notificationId) {
        return read(ANCHORS_OF, statement -> statement.setObject(1, notificationId), Anchor::of);
    }

    /** The oldest first, after the anchor of that number. */
    public List<Anchor> anchorsAfter(long number, int limit) {
        return read(
                ANCHORS,
                statement -> {
                    statement.setLong(1, number);
                    statement.setInt(2, limit);
                },
                Anchor::of);
    }

    private <T> List<T> read(String query, Question question, Row<T> row) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            question.ask(statement);
            try (var result = statement.executeQuery()) {
                var all = new ArrayList<T>();
                while (result.next()) {
                    all.add(row.of(result));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Evidence cannot be read", e);
        }
    }

    private static String hex(ResultSet row, String column) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes(column));
    }

    private interface Question {
        void ask(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /**
     * One thing that was done about a notification.
     *
     * @param number from 1, without a gap
     * @param step such as {@code DECISION_MADE}
     * @param actor {@code hub}, or the subject of the token of whoever did it
     * @param body canonical JSON, as text: what the hash was made of
     * @param previousHash of the entry before; zeros for the first
     * @param hash of all of this, as ADR 14 defines it
     */
    public record Entry(
            int number, Instant at, String step, String actor, String body, String previousHash, String hash) {
        static Entry of(ResultSet row) throws SQLException {
            return new Entry(
                    row.getInt("number"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("step"),
                    row.getString("actor"),
                    row.getString("body"),
                    hex(row, "previous_hash"),
                    hex(row, "hash"));
        }
    }

    /**
     * That an entry, and with it all before it, is bound by an anchor.
     *
     * @param hash of the entry, as it was then
     * @param anchor its number
     * @param position among the leaves of the anchor, from 0
     * @param path the hashes that lead from it to the anchor's root (RFC 6962)
     */
    public record Proof(int entry, String hash, long anchor, int position, List<String> path) {
        static Proof of(ResultSet row) throws SQLException {
            var path = row.getBytes("path");
            return new Proof(
                    row.getInt("entry"),
                    hex(row, "hash"),
                    row.getLong("anchor"),
                    row.getInt("position"),
                    IntStream.range(0, path.length / HASH)
                            .mapToObj(each -> HexFormat.of().formatHex(path, each * HASH, (each + 1) * HASH))
                            .toList());
        }
    }
}
