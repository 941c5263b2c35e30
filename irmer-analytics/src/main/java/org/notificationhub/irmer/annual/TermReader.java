package org.notificationhub.irmer.annual;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.notificationhub.irmer.report.ReportingYear;
import org.notificationhub.irmer.report.Words;

/** Reads the words that reviews use. */
@ApplicationScoped
class TermReader {

    private static final String TERMS =
            "select kind, modality, path, label, first_year, last_year, practical_action from term";

    private final DataSource database;

    TermReader(DataSource database) {
        this.database = database;
    }

    Words words() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(TERMS);
                var rows = statement.executeQuery()) {
            var terms = new ArrayList<TermWords.Term>();
            while (rows.next()) {
                terms.add(term(rows));
            }
            return new TermWords(terms);
        } catch (SQLException e) {
            throw new IllegalStateException("The terms cannot be reached", e);
        }
    }

    private static TermWords.Term term(ResultSet row) throws SQLException {
        var last = row.getInt("last_year");
        return new TermWords.Term(
                Words.Kind.valueOf(row.getString("kind")),
                row.getString("modality"),
                List.copyOf(Arrays.asList((String[]) row.getArray("path").getArray())),
                new ReportingYear(row.getInt("first_year")),
                last == 0 ? null : new ReportingYear(last),
                new Words.Word(row.getString("label"), row.getString("practical_action")));
    }
}
