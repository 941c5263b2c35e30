package org.notificationhub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypicalIncidentTest {

    @Test
    void nothingIsWrongWithTheTypicalIncident() {
        assertThat(new TypicalIncident().validate()).isEmpty();
    }
}
