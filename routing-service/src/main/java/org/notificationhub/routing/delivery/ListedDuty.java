package org.notificationhub.routing.delivery;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.notificationhub.http.Cursor;
import org.notificationhub.routing.rule.Authority;

/** A duty among all others, to be read. It changes only through its notification. */
@Entity
@Immutable
@Table(name = "duty")
public class ListedDuty {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    private RoutedNotification notification;

    @Enumerated(EnumType.STRING)
    private Authority authority;

    @Embedded
    private Duty duty;

    private Instant endsAt;

    protected ListedDuty() {}

    public RoutedNotification notification() {
        return notification;
    }

    public Authority authority() {
        return authority;
    }

    public Duty duty() {
        return duty;
    }

    public Cursor place() {
        return new Cursor(endsAt, id);
    }
}
