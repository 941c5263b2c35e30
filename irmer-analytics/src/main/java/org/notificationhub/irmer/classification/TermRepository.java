package org.notificationhub.irmer.classification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.notificationhub.criteria.Confidence;
import org.notificationhub.irmer.report.ReportingYear;

/** The table of terms. */
@ApplicationScoped
public class TermRepository {

    private static final String FIND = """
            select * from term
             where (?::text is null or kind = ?) and (?::text is null or modality in (?, ''))
               and (?::int is null or ? between first_year and coalesce(last_year, ?))
             order by kind, modality, path, first_year""";

    /** Two spans of years of one word may not meet, or nobody could say which is meant. */
    private static final String ADD = """
            insert into term (kind, modality, path, label, first_year, last_year, practical_action, source, confidence,
                              added_by, added_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
             where not exists (select from term
                                where kind = ? and modality in (?, '') and path = ?
                                  and int4range(first_year, last_year, '[]') && int4range(?, ?, '[]'))
                on conflict do nothing""";

    private final DataSource database;

    TermRepository(DataSource database) {
        this.database = database;
    }

    /** Every term of every year. */
    public List<Term> all() {
        return find(null, null, null);
    }

    /**
     * By kind, modality and path. Null for any.
     *
     * @param modality those of every modality are found with it
     */
    public List<Term> find(TermKind kind, String modality, ReportingYear year) {
        var startYear = year == null ? null : year.startYear();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, kind == null ? null : kind.name());
            statement.setString(2, kind == null ? null : kind.name());
            statement.setString(3, modality);
            statement.setString(4, modality);
            statement.setObject(5, startYear);
            statement.setObject(6, startYear);
            statement.setObject(7, startYear);
            try (var rows = statement.executeQuery()) {
                var terms = new ArrayList<Term>();
                while (rows.next()) {
                    terms.add(term(rows));
                }
                return terms;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The terms cannot be reached", e);
        }
    }

    /** False where the word is there already in one of these years; then nothing is changed. */
    boolean add(Term term) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ADD)) {
            var path = connection.createArrayOf("text", term.path().toArray());
            var last = term.last() == null ? null : term.last().startYear();
            statement.setString(1, term.kind().name());
            statement.setString(2, term.modality());
            statement.setArray(3, path);
            statement.setString(4, term.label());
            statement.setInt(5, term.first().startYear());
            statement.setObject(6, last);
            statement.setString(7, term.practicalAction());
            statement.setString(8, term.source());
            statement.setString(9, term.confidence().name());
            statement.setString(10, term.addedBy());
            statement.setObject(11, term.addedAt().atOffset(ZoneOffset.UTC));
            statement.setString(12, term.kind().name());
            statement.setString(13, term.modality());
            statement.setArray(14, path);
            statement.setInt(15, term.first().startYear());
            statement.setObject(16, last);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("The terms cannot be reached", e);
        }
    }

    private static Term term(ResultSet row) throws SQLException {
        var last = row.getObject("last_year", Integer.class);
        return new Term(
                TermKind.valueOf(row.getString("kind")),
                row.getString("modality"),
                Arrays.asList((String[]) row.getArray("path").getArray()),
                row.getString("label"),
                new ReportingYear(row.getInt("first_year")),
                last == null ? null : new ReportingYear(last),
                row.getString("practical_action"),
                row.getString("source"),
                Confidence.valueOf(row.getString("confidence")),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
