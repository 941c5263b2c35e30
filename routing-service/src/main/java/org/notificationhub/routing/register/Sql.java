package org.notificationhub.routing.register;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements on the register's tables, each in the transaction of its caller where there is one. */
record Sql(DataSource database) {

    <T> List<T> rows(String sql, Row<T> each, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (found.next()) {
                    rows.add(each.of(found));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The register cannot be read", e);
        }
    }

    void change(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The register cannot be changed", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
