package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void aFactOfOursIsShownWithItsIds() {
        var line = LogLine.of(
                "{\"log.level\":\"INFO\",\"log.logger\":\"org.notificationhub.routing.delivery.RecordAnswer\","
                        + "\"message\":\"An authority accepted a delivery\",\"labels.deliveryId\":\"7\",\"process.pid\":12}");

        assertThat(line.isWorthShowing()).isTrue();
        assertThat(line.text()).isEqualTo("An authority accepted a delivery deliveryId=7");
    }

    @Test
    void whatALibraryHasToSayIsShownFromWarningsUp() {
        assertThat(fromALibrary("INFO").isWorthShowing()).isFalse();
        assertThat(fromALibrary("WARN").isWorthShowing()).isTrue();
    }

    @Test
    void ofAStackTraceTheFirstCauseIsShown() {
        var line = LogLine.of("{\"log.level\":\"ERROR\",\"log.logger\":\"io.quarkus\",\"message\":\"Failed to start\","
                + "\"error.stack_trace\":\"java.lang.RuntimeException: wrapped\\n\\tat a.B.c(B.java:1)\\n"
                + "Caused by: java.net.BindException: taken\\nby another\\n\\tat d.E.f(E.java:2)\"}");

        assertThat(line.text().lines())
                .containsExactly("Failed to start", "    Caused by: java.net.BindException: taken", "    by another");
    }

    @Test
    void plainTextAndABrokenObjectStayAsTheyAre() {
        assertThat(LogLine.of("Kafka is ready").text()).isEqualTo("Kafka is ready");
        assertThat(LogLine.of("{\"message\":").text()).isEqualTo("{\"message\":");
        assertThat(LogLine.of("").isWorthShowing()).isTrue();
    }

    private static LogLine fromALibrary(String level) {
        return LogLine.of("{\"log.level\":\"" + level + "\",\"log.logger\":\"io.lib\",\"message\":\"hello\"}");
    }
}
