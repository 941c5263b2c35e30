package org.notificationhub.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.Ids;
import org.notificationhub.routing.delivery.RoutedNotification;

/** Closes Hibernate, as a shutdown does, so it has a service of its own. */
@QuarkusTest
@TestProfile(WholeTransactionsTest.Stopping.class)
class WholeTransactionsTest {

    public static final class Stopping implements QuarkusTestProfile {}

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Inject
    SessionFactory hibernate;

    @Test
    void aMarkIsNotCommittedWhereHibernateWentAwayBeforeItsEntitiesWereWritten() throws SQLException {
        var event = Ids.next();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    entities.find(RoutedNotification.class, Ids.next());
                    mark(event);
                    hibernate.close();
                }))
                .isInstanceOf(QuarkusTransactionException.class);

        assertThat(isMarked(event)).isFalse();
    }

    private void mark(UUID event) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into inbox (consumer, event_id) values ('test', ?)")) {
            insert.setObject(1, event);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isMarked(UUID event) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select from inbox where event_id = ?")) {
            query.setObject(1, event);
            return query.executeQuery().next();
        }
    }
}
