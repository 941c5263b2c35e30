package org.notificationhub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageTest {

    @Test
    void aConnectionThatIsGoneIsAnOutage() {
        var failure = new IllegalStateException(new RuntimeException(new SQLException("gone", "08006")));

        assertThat(Outage.isBehind(failure)).isTrue();
    }

    @Test
    void aPoolThatGivesUpWaitingIsAnOutage() {
        assertThat(Outage.isBehind(new SQLException("Acquisition timeout"))).isTrue();
    }

    @Test
    void aStatementOfOursThatIsWrongIsNone() {
        assertThat(Outage.isBehind(new RuntimeException(new SQLException("no such column", "42703"))))
                .isFalse();
        assertThat(Outage.isBehind(new NullPointerException())).isFalse();
    }
}
