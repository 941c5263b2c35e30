package org.notificationhub.sandbox.cqc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"9434765919", "943 476 5919", "no. 943-476-5919, ward 3"})
    void aNumberWhoseLastDigitChecksIsFound(String text) {
        assertThat(PersonNumber.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9434765918", "INC9434765919", "1-9434765919", "94347659190", "2026-11-20T09:15:00Z", ""})
    void otherNumbersAreNot(String text) {
        assertThat(PersonNumber.isIn(text)).isFalse();
    }
}
