package org.notificationhub.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.hibernate.SessionFactory;

/**
 * Lets no transaction commit without its entities. Hibernate may be closed in a shutdown while a transaction is open: it then
 * skips the last flush without a word, and what plain SQL wrote, such as an inbox mark, would be committed alone.
 */
@ApplicationScoped
public class WholeTransactions {

    private final Instance<SessionFactory> hibernate;
    private final TransactionSynchronizationRegistry transaction;

    WholeTransactions(Instance<SessionFactory> hibernate, TransactionSynchronizationRegistry transaction) {
        this.hibernate = hibernate;
        this.transaction = transaction;
    }

    /** What is registered before the commit comes last in it, after the flush: whoever is open then was open for the flush. */
    void begun(@Observes @Initialized(TransactionScoped.class) Object begun) {
        beforeCommit(() -> beforeCommit(this::rollBackIfClosed));
    }

    private void beforeCommit(Runnable action) {
        transaction.registerInterposedSynchronization(new BeforeCommit(action));
    }

    private void rollBackIfClosed() {
        if (!isOpen()) {
            transaction.setRollbackOnly();
        }
    }

    private boolean isOpen() {
        try {
            return hibernate.get().isOpen();
        } catch (RuntimeException takenAway) {
            return false;
        }
    }

    private record BeforeCommit(Runnable action) implements Synchronization {

        @Override
        public void beforeCompletion() {
            action.run();
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
