package org.notificationhub.local;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One row of so many bytes, inserted and committed: what the database alone can do. */
final class CommitLoad implements Load {

    private final String url;
    private final String row;

    CommitLoad(String url, int bytes) throws SQLException {
        this.url = url;
        this.row = "x".repeat(bytes);
        try (var connection = DriverManager.getConnection(url, "intake_owner", "");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_row"
                    + " (id bigint generated always as identity primary key, payload text not null)");
        }
    }

    @Override
    public Client connect() throws IOException {
        try {
            var connection = DriverManager.getConnection(url, "intake_owner", "");
            var insert = connection.prepareStatement("insert into bench_row (payload) values (?)");
            return new Client() {
                @Override
                public void once() throws SQLException {
                    insert.setString(1, row);
                    insert.executeUpdate();
                }

                @Override
                public void close() throws IOException {
                    try {
                        connection.close();
                    } catch (SQLException e) {
                        throw new IOException(e);
                    }
                }
            };
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
