package org.notificationhub.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String GIVEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aHopKeepsTheTraceAndTakesASpanOfItsOwn() {
        var next = TraceParent.continued(GIVEN);

        assertThat(next.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(next.spanId()).hasSize(16).isNotEqualTo("b7ad6b7169203331");
        assertThat(next.toString()).startsWith("00-").endsWith("-01");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void whatIsNoTraceStartsANewOne(String header) {
        var fresh = TraceParent.continued(header);

        assertThat(fresh).isNotEqualTo(TraceParent.continued(header));
        assertThat(TraceParent.continued(fresh.toString()).traceId()).isEqualTo(fresh.traceId());
    }
}
